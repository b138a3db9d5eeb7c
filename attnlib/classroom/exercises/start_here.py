"""The exercises of start-here: the self-test that says where to begin."""

from attnlib.classroom.exercises import Mistake, Right, exercise


@exercise
def dot_product():
    """The dot product of (4, 0, 1) and (2, 5, -1)."""
    return Right(7, [
        Mistake("dot-not-summed", [8, 0, -1],
                pt="✗ Esses são os três produtos. Falta somá-los: sai um número só.",
                ko="✗ 이건 곱 3개예요. 더해서 수 하나로 만드세요."),
        Mistake("dot-added", 11,
                pt="✗ Você somou os seis números. Multiplique par a par e só depois some.",
                ko="✗ 수 6개를 모두 더했어요. 같은 자리끼리 먼저 곱하고 나서 더하세요."),
        Mistake("dot-zero", 12,
                pt="✗ Quase: quanto é 0 vezes 5?",
                ko="✗ 거의 다 왔어요. 0 곱하기 5는 얼마인가요?"),
        Mistake("dot-sign", 9,
                pt="✗ Quase: um dos produtos é negativo.",
                ko="✗ 거의 다 왔어요. 곱 하나는 음수예요."),
    ])


@exercise
def product_shape():
    """The shape of a @ b, where a is (2, 3) and b is (3, 4)."""
    return Right((2, 4), [
        Mistake("product-inner", (3, 3),
                pt="✗ O 3 é o número que desaparece: ele só precisa aparecer dos dois lados. Ficam os de fora.",
                ko="✗ 3은 사라지는 수예요. 양쪽에서 같기만 하면 돼요. 바깥의 두 수가 남아요."),
        Mistake("product-turned", (4, 2),
                pt="✗ Os números estão certos, a ordem não: as linhas vêm de a; as colunas, de b.",
                ko="✗ 두 수는 맞는데 순서가 바뀌었어요. 행은 a에서, 열은 b에서 와요."),
        Mistake("product-all", (2, 3, 3, 4),
                pt="✗ Você juntou as duas formas. O produto de duas matrizes é outra matriz, e a forma dela tem dois números.",
                ko="✗ 두 모양을 이어 붙였어요. 행렬 2개를 곱하면 다시 행렬이라서, 모양은 수 2개예요."),
        Mistake("product-no-inner", (2, 3, 4),
                pt="✗ Quase: o 3 do meio desaparece, porque cada produto escalar soma ao longo dele.",
                ko="✗ 거의 다 왔어요. 가운데 3은 내적할 때 더해져서 사라져요."),
    ])


@exercise
def shares_by_hand():
    """The softmax of the scores (1, 0, 0), from their exponentials 2.7183, 1, 1."""
    return Right([0.5761, 0.2119, 0.2119], digits=2, mistakes=[
        Mistake("exps", [2.7183, 1, 1],
                pt="✗ Essas são as exponenciais. Falta dividir pela soma das três.",
                ko="✗ 이건 e의 거듭제곱이에요. 셋의 합으로 나누세요."),
        Mistake("shares-of-scores", [1, 0, 0]),
        Mistake("exps-mean", [2.7183 / 3, 1 / 3, 1 / 3],
                pt="✗ Você dividiu por 3, quantas são. Divida pela soma delas.",
                ko="✗ 개수인 3으로 나눴어요. 셋의 합으로 나누세요."),
        Mistake("exps-largest", [1, 1 / 2.7183, 1 / 2.7183],
                pt="✗ A maior virou 1. Divida pela soma das três: são as fatias, juntas, que dão 1.",
                ko="✗ 가장 큰 수가 1이 됐어요. 합으로 나눠야 몫을 더했을 때 1이 돼요."),
    ])


@exercise
def sums_along():
    """[[1, 2, 3], [4, 5, 6]] summed along axis 0."""
    return Right([5, 7, 9], [
        Mistake("axis-rows", [6, 15],
                pt="✗ Essas são as somas das linhas: axis=1. Com axis=0, são as linhas que desaparecem.",
                ko="✗ 이건 행의 합이라 axis=1이에요. axis=0이면 행이 사라져요."),
        Mistake("axis-total", 21,
                pt="✗ Esse é o total. Com axis=0 só as linhas desaparecem; as colunas ficam.",
                ko="✗ 이건 전체의 합이에요. axis=0이면 행만 사라지고 열은 남아요."),
        Mistake("axis-mean", [2.5, 3.5, 4.5],
                pt="✗ Essas são as médias. O exercício pede as somas.",
                ko="✗ 이건 평균이에요. 합을 적으세요."),
    ])


@exercise
def looked_up():
    """The rows 2, 0, 2 of the table [[1, 0], [2, 1], [0, 3], [5, 5]]."""
    return Right([[0, 3], [1, 0], [0, 3]], [
        Mistake("looked-up-once", [[0, 3], [1, 0]],
                pt="✗ Faltou uma: o número 2 aparece duas vezes, e a linha dele também.",
                ko="✗ 하나가 빠졌어요. 2번이 두 번 나오니까 그 행도 두 번 나와요."),
        Mistake("rows-sorted", [[1, 0], [0, 3], [0, 3]],
                pt="✗ As linhas estão certas, a ordem não: siga a ordem dos números, 2, 0, 2.",
                ko="✗ 행은 맞는데 순서가 달라요. 번호 순서 2, 0, 2를 따르세요."),
        Mistake("rows-from-one", [[2, 1], [5, 5], [2, 1]],
                pt="✗ Você contou a partir do 1. Em NumPy, a primeira linha é a de número 0.",
                ko="✗ 1부터 셌어요. NumPy에서 첫 행은 0번이에요."),
        Mistake("rows-turned", [[0, 1, 0], [3, 0, 3]],
                pt="✗ Os números estão certos, mas deitados: cada token é uma linha, com dois números.",
                ko="✗ 수는 맞는데 행과 열이 바뀌었어요. 토큰 하나가 행 하나이고, 행에는 수가 2개 있어요."),
    ])
