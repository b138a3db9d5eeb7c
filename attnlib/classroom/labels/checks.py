"""What the checks of the exercises say about any answer; what they say about a mistake stands beside it, in exercises/."""

CHECKS = {
    # key: (pt, ko)
    "check-right": ("✓ Certo.", "✓ 맞았어요."),
    "check-empty": (
        "Ainda sem resposta: troque ... pela sua, rode aquela célula e depois esta.",
        "아직 답이 없어요. ... 자리에 답을 쓰고, 그 셀과 이 셀을 차례로 실행해 보세요.",
    ),
    "check-not-numbers": (
        "✗ A resposta tem de ser um número ou uma lista de números; veio {got}.",
        "✗ 답은 숫자여야 해요. 지금 답의 종류: {got}.",
    ),
    "check-ragged": (
        "✗ As partes têm tamanhos diferentes e não formam uma tabela: toda linha precisa da mesma quantidade de números.",
        "✗ 부분마다 크기가 달라서 표가 되지 않아요. 행마다 숫자의 개수가 같아야 해요.",
    ),
    "check-unreadable": (
        "✗ Não deu para ler a resposta ({got}) como números: {error}",
        "✗ 답({got})을 숫자로 읽을 수 없어요: {error}",
    ),
    "check-comma": (
        "✗ Em Python, a vírgula separa dois números: aqui vieram {got}. Na casa decimal, use ponto: {meant}.",
        "✗ 파이썬에서 쉼표를 쓰면 {got}처럼 수 2개가 돼요. 소수점은 점으로 쓰세요: {meant}",
    ),
    "check-thousands": (
        "✗ Em Python, a vírgula separa números: aqui vieram {got}. Escreva o número inteiro sem nada no meio: {meant}.",
        "✗ 파이썬에서 쉼표를 쓰면 {got}처럼 서로 다른 수가 돼요. 천 단위 쉼표를 빼고 쓰세요: {meant}",
    ),
    "check-thousands-point": (
        "✗ Em Python, o ponto marca as casas decimais: aqui veio {got}. Escreva o número inteiro sem nada no meio: {meant}.",
        "✗ 파이썬에서 점은 소수점이에요. 지금 답: {got}. 천 단위 점을 빼고 쓰세요: {meant}",
    ),
    "check-percent": (
        "✗ O resultado parece estar em porcentagem. Aqui um inteiro é 1, e não 100: divida por 100.",
        "✗ 백분율로 쓴 것 같아요. 여기서는 전체가 100이 아니라 1이에요. 100으로 나누세요.",
    ),
    "check-rounded": (
        "✗ Quase: parece arredondado a duas casas decimais. Dê três, ou mais.",
        "✗ 거의 다 왔어요. 소수 둘째 자리까지 반올림한 것 같아요. 셋째 자리까지 쓰세요.",
    ),
    "check-constant": (
        "✗ A função dá sempre o mesmo resultado, seja qual for a entrada. Ela usa o argumento, ou uma variável do notebook?",
        "✗ 어떤 입력을 넣어도 결과가 똑같아요. 인수를 쓰고 있나요, 아니면 노트북의 변수를 쓰고 있나요?",
    ),
    "check-one-result": (
        "✗ Vieram {count} resultados; o exercício pede um só.",
        "✗ 결과가 {count}개 나왔어요. 문제는 하나만 물어요.",
    ),
    "check-shape": (
        "✗ A forma é {got}; o exercício pede {needed}.",
        "✗ 모양이 달라요. 지금 모양: {got}, 나와야 할 모양: {needed}.",
    ),
    "check-shape-of": (
        "✗ A forma de {name} é {got}; o exercício pede {needed}.",
        "✗ {name}의 모양이 달라요. 지금 모양: {got}, 나와야 할 모양: {needed}.",
    ),
    "check-inputs": (
        "✗ A conferência lê também {names}, e com o que está aí não dá para conferir. "
        "Se você escreveu por cima, rode de novo a célula que cria esses nomes, e use outros na sua conta.",
        "✗ 답을 확인할 때 {names}도 쓰는데, 지금 값으로는 확인할 수 없어요. "
        "값을 바꿨다면 그 이름을 만드는 셀을 다시 실행하고, 계산에는 다른 이름을 쓰세요.",
    ),
    "check-different": (
        "✗ Ainda não. O primeiro número diferente está na posição {place}, contando a partir do 0: o seu é {got}.",
        "✗ 아직 아니에요. {place} 자리(0부터 세요)에서 처음으로 값이 달라져요. 지금 값: {got}.",
    ),
    "check-place": (
        "O primeiro número diferente está na posição {place}, contando a partir do 0: o seu é {got}.",
        "처음으로 값이 달라지는 자리는 {place}(0부터 세요)이에요. 지금 값: {got}.",
    ),
    "check-example": ("Menor exemplo: {given} → a sua função dá {got}.", "가장 작은 예: {given} → 지금 함수의 결과: {got}"),
    "check-nan": (
        "✗ Apareceu nan: alguma conta não tem valor, como 0/0, ∞/∞, ∞ − ∞ ou 0 · ∞. Procure a primeira em que ele aparece.",
        "✗ nan이 나왔어요. 0/0, ∞/∞, ∞ − ∞, 0 · ∞처럼 값이 없는 계산이 있어요. 어디서 처음 나오는지 찾아보세요.",
    ),
    "check-other": (
        "✗ Ainda não: é outro número. Refaça a conta e tente de novo.",
        "✗ 아직 아니에요. 답은 다른 수예요. 다시 계산해 보세요.",
    ),
    "check-many-numbers": (
        "✗ Aí está um número só; o exercício pede mais, na forma {needed}.",
        "✗ 지금 답은 수 하나예요. 나와야 할 모양: {needed}.",
    ),
    "check-members": (
        "✗ Ainda não: não são esses os números. A ordem não importa.",
        "✗ 아직 아니에요. 고른 수가 맞지 않아요. 순서는 상관없어요.",
    ),
    "check-one-number": ("✗ A resposta aqui é um número só.", "✗ 여기서는 수 하나가 답이에요."),
    "check-not-a-function": ("✗ Aqui a resposta é uma função; veio {got}.", "✗ 여기서는 함수가 답이에요. 지금 답의 종류: {got}."),
    "check-raises": (
        "✗ A função deu erro com entradas de forma {shapes}: {error}",
        "✗ 모양이 {shapes}인 입력에서 함수가 오류로 멈췄어요: {error}",
    ),
    "check-raises-empty": (
        "✗ A função deu erro com uma entrada vazia, de formas {shapes}. "
        "Sem consultas, a resposta é uma tabela sem linhas: {error}",
        "✗ 빈 입력({shapes})에서 함수가 오류로 멈췄어요. 쿼리가 없으면 답도 행이 없는 표예요: {error}",
    ),
    "check-no-return": (
        "A função ainda não devolve nada: escreva a conta e termine com return.",
        "함수가 아직 아무것도 돌려주지 않아요. 계산을 쓰고 return으로 끝내 보세요.",
    ),
    "check-nothing-returned": (
        "✗ A função não devolveu nada em uma das entradas: falta um return?",
        "✗ 어떤 입력에서는 함수가 아무것도 돌려주지 않았어요. return이 빠졌나요?",
    ),
    "check-changes-input": (
        "✗ A função mudou a própria entrada. Trabalhe numa cópia.",
        "✗ 함수가 입력을 바꿔 버렸어요. 복사본으로 계산해 보세요.",
    ),
    "check-solved": (
        "Nesta lição: {done} de {total} exercícios resolvidos.",
        "이 강의의 연습 문제 {total}개 중 {done}개를 풀었어요.",
    ),
    "check-prints": (
        "✗ A função imprime, mas não devolve nada. Se o que ela imprime é o resultado, troque print por return.",
        "✗ 함수가 출력은 하지만 아무것도 돌려주지 않아요. 출력하는 것이 결과라면 print 대신 return을 써 보세요.",
    ),
    "check-loops": (
        "✗ A função não terminou em {seconds} segundos. Há um laço (while?) sem fim, uma espera, "
        "ou uma conta que passa por cada número devagar demais?",
        "✗ 함수가 {seconds}초 안에 끝나지 않았어요. 끝나지 않는 반복문(while?)이나 기다리는 코드가 있나요? "
        "아니면 숫자를 하나씩 너무 느리게 계산하나요?",
    ),
    "check-running": (
        "Rodando… Se não parar sozinha, a função está em um laço sem fim: menu Kernel, Reiniciar o kernel.",
        "실행하는 중이에요… 멈추지 않으면 함수의 반복문이 끝나지 않는 거예요. 커널 메뉴에서 커널을 다시 시작하세요.",
    ),
    "check-remark-list": (
        "(Devolveu uma lista: aqui serve, mas um array de NumPy aguenta contas.)",
        "(리스트를 돌려줬어요. 여기서는 괜찮지만 NumPy 배열이면 계산을 이어 갈 수 있어요.)",
    ),
    "check-remark-prints": (
        "(E imprime enquanto calcula: apague o print quando não precisar mais.)",
        "(계산하면서 출력도 해요. 다 썼으면 print를 지우세요.)",
    ),
    "check-results": (
        "✗ Devolva estes resultados, nesta ordem: {names}.",
        "✗ 다음을 이 순서로 돌려주세요: {names}.",
    ),
    "check-results-once": (
        "✗ Com entradas de forma {shapes}, não vieram todos os resultados. Devolva sempre, nesta ordem: {names}.",
        "✗ 모양이 {shapes}인 입력에서는 결과가 모두 나오지 않았어요. 언제나 이 순서로 돌려주세요: {names}.",
    ),
    "check-not-twice": (
        "✗ Com a mesma entrada, a função deu dois resultados diferentes. "
        "Há um sorteio, ou algo que fica de uma chamada para a outra?",
        "✗ 같은 입력을 두 번 넣었더니 결과가 서로 달랐어요. 무작위 수를 쓰거나, 앞에서 호출할 때 남은 값을 쓰나요?",
    ),
    "check-raises-detector": (
        "✗ No detector de vazamento, que põe números grandes no lugar dos tokens, a função deu erro: {error}",
        "✗ 정보 누수 검사기가 토큰을 큰 수로 바꿔 넣었더니 함수가 오류로 멈췄어요: {error}",
    ),
    "check-points": (
        "✓ Cada linha soma 100. AER do seu mapa: {yours}. AER do modelo: {model}.",
        "✓ 행마다 합이 100이에요. 내 맵의 AER: {yours}, 모델의 AER: {model}.",
    ),
}
