"""Every string a learner sees that is not lesson prose, one column per language."""

LANGUAGES = ("pt", "ko")

LABELS = {
    # key: (pt, ko)
    "queries": ("consultas", "쿼리"),
    "keys": ("chaves", "키"),
    "weight": ("peso", "가중치"),
    "temperature": ("temperatura", "온도"),
    "heatmap-alt": (
        "Mapa de calor de {rows} × {columns}: uma linha por consulta, uma coluna por chave.",
        "{rows}행 {columns}열 히트맵이에요. 행은 쿼리, 열은 키예요.",
    ),
    "heatmap-row-alt": (
        "O maior número da {row} está {columns}: {value}.",
        "{row}에서 가장 큰 값은 {columns}에 있어요: {value}.",
    ),
    "heatmap-equal-row-alt": (
        "Os números da {row} são todos iguais: {value}.",
        "{row}의 값은 모두 같아요: {value}.",
    ),
    "heatmap-more-rows-alt": (
        "Nas outras linhas ({count}), o maior número fica entre {low} e {high}.",
        "나머지 {count}개 행에서는 가장 큰 값이 {low}에서 {high} 사이예요.",
    ),
    "row-token": ("linha de “{token}”", "‘{token}’ 행"),
    "row-nth-token": ("linha do {nth}º “{token}”", "{nth}번째 ‘{token}’ 행"),
    "row-number": ("linha {number}", "{number}번 행"),
    "column-token": ("em “{token}”", "‘{token}’ 열"),
    "column-nth-token": ("no {nth}º “{token}”", "{nth}번째 ‘{token}’ 열"),
    "column-number": ("na coluna {number}", "{number}번 열"),
    "and": (" e ", "과 "),   # between columns: 열과
    "scale": ("escala", "배율"),
    "mix": ("mistura t", "섞는 비율 t"),
    "solution": ("Solução", "풀이"),

    # the lesson list that JupyterLab opens on
    "lessons": ("As lições em português", "강의 목록(한국어)"),
    "lessons-copies": (
        "Estas cópias são suas: mude o que quiser, que o curso não mexe nelas. Para recomeçar, abra o original ao lado, "
        "ou apague a sua cópia e abra o curso de novo.",
        "여기 있는 노트북은 여러분의 사본이니까 마음껏 바꾸세요. 바꾼 내용은 지워지지 않아요. 처음 상태를 보려면 옆의 원본을 열고, "
        "처음부터 다시 하려면 사본을 지우고 강의를 다시 여세요.",
    ),
    "lesson": ("Lição", "강의"),
    "original": ("original", "원본"),

    # pages and decks
    "language": ("Português", "한국어"),   # each by its own name
    "page-skip": ("Pular para o conteúdo", "본문으로 건너뛰기"),
    "page-nav": ("Esta lição em outros formatos", "이 강의를 다른 형식으로 보기"),
    "page-slides": ("Slides", "슬라이드"),
    "page-starter": ("Código para começar", "시작 코드"),
    "kernel-only": ("Rode esta célula no Jupyter: lá aparece um controle que você move.", "주피터에서 이 셀을 실행하면 움직이는 슬라이더가 나와요."),
    "widget-failed": (
        "Esta figura interativa não abriu neste navegador. Tente um navegador mais recente, ou abra a lição no Jupyter.",
        "이 브라우저에서는 움직이는 그림을 열지 못했어요. 최신 브라우저를 쓰거나 주피터에서 강의를 열어 보세요.",
    ),

    # explorers
    "explorer-reset": ("Recomeçar", "처음으로"),
    "explorer-refused": ("“{text}” não serve aqui: precisa ser um número entre −{most} e {most}. Ficou {old}.", "‘{text}’: 여기에는 −{most}에서 {most} 사이의 수를 써야 해요. {old} 그대로 뒀어요."),
    "explorer-sum": ("soma", "합"),

    "attention-name": ("Explorador de atenção", "어텐션 탐색기"),
    "attention-settings": ("Ajustes", "설정"),
    "attention-inputs": ("Q, K e V", "Q, K, V"),
    "attention-stages": ("Etapas", "단계"),
    "attention-corner": ("K →\nQ ↓", "K →\nQ ↓"),
    "attention-caption-q": ("Q (consultas)", "Q (쿼리)"),
    "attention-caption-k": ("K (chaves)", "K (키)"),
    "attention-caption-v": ("V (valores)", "V (밸류)"),
    "attention-cell": ("{matrix}, linha {row}, coluna {column}", "{matrix}, {row} 행, {column}열"),
    "attention-caption-scores": ("Pontuações: QKᵀ", "점수: QKᵀ"),
    "attention-caption-masked": ("Com escala e máscara", "스케일링과 마스크"),
    "attention-caption-weights": ("Pesos: softmax", "가중치: 소프트맥스"),
    "attention-caption-output": ("Saída: pesos · V", "출력: 가중치 · V"),
    "attention-stage": ("mostrar", "보기"),
    "attention-stage-all": ("tudo", "모두"),
    "attention-stage-inputs": ("Q, K e V", "Q, K, V"),
    "attention-stage-scores": ("pontuações", "점수"),
    "attention-stage-masked": ("escala e máscara", "스케일링과 마스크"),
    "attention-stage-weights": ("pesos", "가중치"),
    "attention-stage-output": ("saída", "출력"),
    "attention-scale": ("dividir por √{d} = {root}", "점수 ÷ √{d} (= {root})"),
    "attention-mask": ("máscara", "마스크"),
    "attention-mask-none": ("nenhuma", "없음"),
    "attention-mask-causal": ("causal", "인과 마스크"),
    "attention-mask-padding": ("de padding", "패딩 마스크"),
    "attention-mask-custom": ("à mão", "직접 고르기"),
    "attention-mask-hint": ("Clique em um número de “{stage}”, ou pare nele e tecle Enter, para bloquear ou liberar o par.", "‘{stage}’ 표에서 칸을 누르거나 칸에서 Enter 키를 누르면 그 짝을 가리거나 다시 열 수 있어요."),
    "attention-length": ("chaves de verdade", "진짜 키 개수"),
    "attention-how": ("como bloqueia", "가리는 방법"),
    "attention-how-0": ("−∞ antes da softmax", "소프트맥스 전에 −∞"),
    "attention-how-1": ("× 0 antes da softmax", "소프트맥스 전에 × 0"),
    "attention-how-2": ("0 depois da softmax", "소프트맥스 뒤에 0"),
    "attention-how-3": ("0 depois, e renormaliza", "뒤에 0, 합이 1이 되게"),
    "attention-axis": ("softmax ao longo", "소프트맥스 방향"),
    "attention-axis-keys": ("das chaves (linha)", "키 축 (행마다)"),
    "attention-axis-queries": ("das consultas (coluna)", "쿼리 축 (열마다)"),
    "attention-head": ("cabeça", "헤드"),
    "attention-head-number": ("{number} de {total}", "{total}개 중 {number}번"),
    "attention-hint": ("Aponte para um número, ou ande até ele com as setas: a conta dele aparece aqui.", "숫자를 가리키거나 화살표 키로 칸을 옮겨 보세요. 그 숫자가 나온 계산이 여기에 보여요."),
    "attention-blocked": ("{number}, bloqueado", "{number}, 가려짐"),
    "attention-open": ("{number}, liberado", "{number}, 열림"),
    "attention-why-minus-infinity": ("−∞: a máscara bloqueia este par", "−∞: 마스크가 이 짝을 가려요"),
    "attention-why-nobody": ("0: tudo está bloqueado, e ninguém recebe peso", "0: 전부 가려져서 나눌 몫이 없어요"),
    "attention-why-zeroed": ("0: a softmax deu {share}, e a máscara zerou depois", "0: 소프트맥스 값은 {share}, 그다음 마스크가 0으로 바꿨어요"),
    "attention-rows-right": ("✓ Cada linha soma 1.", "✓ 행마다 합이 1이에요."),
    "attention-rows-wrong": ("✗ Linhas que não somam 1: {rows}.", "✗ 합이 1이 아닌 행: {rows}."),
    "attention-rows-empty": ("Linhas só de zeros, sem nenhuma chave para olhar: {rows}.", "볼 키가 하나도 없어서 0뿐인 행: {rows}."),
    "attention-rows-more": ("e mais {count}", "그 밖에 {count}개"),
    "attention-sentence": ("sua frase", "나만의 문장"),
    "attention-sentence-queries": ("frase das consultas", "쿼리 문장"),
    "attention-sentence-keys": ("frase das chaves", "키 문장"),
    "attention-sentence-use": ("Usar", "쓰기"),
    "attention-sentence-used": ("Tokens: {count}. Cada um ganhou um vetor pela semente {seed}: a mesma palavra, o mesmo vetor.", "토큰 {count}개예요. 벡터는 시드로 정해서(시드 {seed}), 같은 단어는 늘 같은 벡터예요."),
    "attention-sentence-empty": ("Escreva pelo menos uma palavra.", "단어를 하나 이상 쓰세요."),
    "attention-sentence-long": ("Aqui cabem {most} tokens, e a frase tem {count}.", "여기에는 토큰이 {most}개까지 들어가요. 지금은 {count}개예요."),
    "attention-preset": ("experimento", "실험"),
    "attention-preset-none": ("livre", "자유롭게"),
    "attention-preset-start": ("início", "처음 상태"),
    "attention-preset-axis": ("softmax no eixo errado", "틀린 축으로 소프트맥스"),
    "attention-preset-multiply": ("máscara × 0 que vaza", "새는 마스크 × 0"),
    "attention-preset-no-renormalise": ("zerar depois e parar aí", "뒤에 0만 넣고 끝내기"),
    "attention-preset-no-scale": ("números grandes sem escala", "스케일링 없이 큰 수"),
    "attention-preset-empty-row": ("consulta sem nenhuma chave", "볼 키가 없는 쿼리"),
    "attention-preset-diagonal": ("diagonal bloqueada", "대각선까지 가린 마스크"),
    "attention-preset-swapped": ("K e V trocados", "K와 V 바꾸기"),
    "attention-preset-one-hot": ("vetores one-hot", "원핫 벡터"),
    "attention-note-axis": ("A softmax desce pelas colunas. Quem soma 1 agora: as linhas ou as colunas?", "소프트맥스가 열을 따라 내려가요. 이제 합이 1인 쪽은 행일까요, 열일까요?"),
    "attention-note-multiply": ("Pontuação 0 não é peso 0: exp(0) = 1. Quanto peso vaza para os pares bloqueados?", "점수 0은 가중치 0이 아니에요. exp(0) = 1이거든요. 가린 칸으로 가중치가 얼마나 새나요?"),
    "attention-note-no-renormalise": ("Zerar depois da softmax joga fora um pedaço da linha. Troque “como bloqueia” até as linhas somarem 1.", "소프트맥스 뒤에 0을 넣으면 행의 몫이 줄어요. 합이 1이 될 때까지 ‘가리는 방법’을 바꿔 보세요."),
    "attention-note-no-scale": ("Q foi multiplicada por 8. Quase todo o peso cai em uma chave: ligue a escala, suba a temperatura e compare.", "Q에 8을 곱했어요. 가중치가 거의 다 한 키에 몰려요. 스케일링을 켜고 온도를 올려서 비교해 보세요."),
    "attention-note-empty-row": ("A primeira consulta não pode olhar para ninguém. exp(−∞) é 0 em toda a linha: aqui saem zeros, não NaN.", "첫 쿼리는 아무 키도 볼 수 없어요. 행 전체에서 exp(−∞) = 0이라, 여기서는 NaN이 아니라 0이 나와요."),
    "attention-note-diagonal": ("Cada token vê só os anteriores, nem a si mesmo. O que sobra para o primeiro?", "토큰마다 자기도 못 보고 앞의 토큰만 봐요. 첫 토큰에게는 무엇이 남나요?"),
    "attention-note-swapped": ("K e V trocaram de lugar. As formas servem e nada reclama, mas compare a saída com a do início.", "K와 V가 자리를 바꿨어요. 모양이 맞아서 오류는 없지만, 출력을 처음 상태와 비교해 보세요."),
    "attention-note-one-hot": ("Cada token só se parece consigo mesmo. Quanto peso fica na diagonal, e quanto seria repartir por igual?", "토큰마다 자기하고만 닮았어요. 대각선의 가중치는 얼마이고, 똑같이 나누면 얼마인가요?"),
    "attention-twin": ("Pesos de atenção. {settings}.", "어텐션 가중치. {settings}."),
    "attention-twin-temperature": ("temperatura {value}", "온도 {value}"),
    "attention-twin-scale": ("escala 1/√{d}", "배율 1/√{d}"),
    "attention-twin-no-scale": ("sem escala", "스케일링 없음"),
    "attention-twin-mask": ("máscara: {kind}", "마스크: {kind}"),
    "attention-twin-axis": ("softmax ao longo {axis}", "소프트맥스: {axis}"),
    "attention-twin-head": ("cabeça {number} de {total}", "헤드 {number}/{total}"),
    "attention-twin-largest": ("maior peso em", "가장 큰 가중치의 키"),

    # what a check says
    "check-right": ("✓ Certo.", "✓ 맞았어요."),
    "check-empty": ("Ainda sem resposta: troque ... pela sua, rode aquela célula e depois esta.", "아직 답이 없어요. ... 자리에 답을 쓰고, 그 셀과 이 셀을 차례로 실행해 보세요."),
    "check-not-numbers": ("✗ A resposta tem de ser um número ou uma lista de números; veio {got}.", "✗ 답은 숫자여야 해요. 지금 답의 종류: {got}."),
    "check-shape": ("✗ A forma é {got}; o exercício pede {needed}.", "✗ 모양이 달라요. 지금 모양: {got}, 나와야 할 모양: {needed}."),
    "check-different": (
        "✗ Ainda não. O primeiro número diferente está na posição {place}, contando a partir do 0: o seu é {got}.",
        "✗ 아직 아니에요. {place} 자리(0부터 세요)에서 처음으로 값이 달라져요. 지금 값: {got}.",
    ),
    "check-other": ("✗ Ainda não: é outro número. Refaça a conta e tente de novo.", "✗ 아직 아니에요. 답은 다른 수예요. 다시 계산해 보세요."),
    "check-one-number": ("✗ A resposta aqui é um número só.", "✗ 여기서는 수 하나가 답이에요."),
    "check-not-a-function": ("✗ Aqui a resposta é uma função; veio {got}.", "✗ 여기서는 함수가 답이에요. 지금 답의 종류: {got}."),
    "check-raises": (
        "✗ A função deu erro com entradas de forma {shapes}: {error}",
        "✗ 모양이 {shapes}인 입력에서 함수가 오류로 멈췄어요: {error}",
    ),
    "check-no-return": ("A função ainda não devolve nada: escreva a conta e termine com return.", "함수가 아직 아무것도 돌려주지 않아요. 계산을 쓰고 return으로 끝내 보세요."),
    "check-nothing-returned": ("✗ A função não devolveu nada em uma das entradas: falta um return?", "✗ 어떤 입력에서는 함수가 아무것도 돌려주지 않았어요. return이 빠졌나요?"),
    "check-changes-input": ("✗ A função mudou a própria entrada. Trabalhe numa cópia.", "✗ 함수가 입력을 바꿔 버렸어요. 복사본으로 계산해 보세요."),
    "check-two-results": ("✗ Devolva duas coisas, nesta ordem: output, weights.", "✗ 두 가지를 이 순서로 돌려주세요: output, weights."),

    # the usual mistakes
    "mistake-column-sums": ("✗ Essas são as somas das colunas. Some ao longo de cada linha.", "✗ 이건 열의 합이에요. 행을 따라 더해 보세요."),
    "mistake-total": ("✗ Esse é o total da tabela. Falta uma soma por linha.", "✗ 이건 표 전체의 합이에요. 합이 행마다 하나씩 나와야 해요."),
    "mistake-wrong-axis": ("✗ A softmax correu pelas colunas. Some uma linha: não dá 1.", "✗ 소프트맥스가 열을 따라 내려갔어요. 한 행을 더해 보세요. 1이 안 나와요."),
    "mistake-rows-divided": (
        "✗ Dividir cada linha pela soma dela faz a linha somar 1, mas os pesos continuam errados.",
        "✗ 행을 행의 합으로 나누면 합은 1이 되지만, 가중치는 여전히 틀려요.",
    ),
    "mistake-scores": ("✗ Essas ainda são as pontuações: falta a softmax.", "✗ 아직 점수예요. 소프트맥스가 빠졌어요."),
    "mistake-scaled": ("✗ Você dividiu por √d_k; aqui o exercício pede sem escala.", "✗ √d_k로 나눴어요. 이 문제에서는 나누지 않아요."),
    "mistake-no-scale": ("✗ Falta dividir as pontuações por √d_k.", "✗ 점수를 √d_k로 나누지 않았어요."),
    "mistake-scale-without-root": ("✗ Você dividiu por d_k; falta a raiz.", "✗ d_k로 나눴어요. 제곱근이 빠졌어요."),
    "mistake-scale-by-tokens": ("✗ Você dividiu pela raiz do número de tokens; d_k é o número de colunas.", "✗ 토큰 수의 제곱근으로 나눴어요. d_k는 열의 개수예요."),
    "mistake-scale-by-d-v": ("✗ A raiz é do tamanho das chaves (d_k), não do tamanho dos valores.", "✗ 제곱근 안에는 밸류가 아니라 키의 크기(d_k)가 들어가요."),
    "mistake-output": ("✗ Essa já é a saída (pesos × valores). O exercício pede os pesos.", "✗ 이건 벌써 출력(가중치 × 밸류)이에요. 문제는 가중치를 물어요."),
    "mistake-not-repaired": ("✗ Esse é o número da tabela publicada. Conte na tabela consertada.", "✗ 이건 고치기 전 표에서 센 값이에요. 고친 표에서 세어 보세요."),
    "mistake-shares-of-scores": ("✗ Você dividiu as próprias pontuações pela soma. A softmax divide as exponenciais.", "✗ 점수를 그대로 합으로 나눴어요. 소프트맥스는 e의 거듭제곱을 합으로 나눠요."),
    "mistake-shape-turned": ("✗ Pesos: as consultas são as linhas; as chaves, as colunas.", "✗ 가중치에서 행은 쿼리, 열은 키예요."),
    "mistake-shape-of-vectors": ("✗ Essa é a forma das consultas. Os pesos têm um número para cada par consulta–chave.", "✗ 이건 쿼리의 모양이에요. 가중치는 쿼리와 키의 짝마다 하나씩 있어요."),
    "mistake-shape-per-key": ("✗ Saída: uma linha por consulta, não por chave.", "✗ 출력은 키가 아니라 쿼리마다 한 행이에요."),
    "mistake-shape-d-k": ("✗ Quem entrega é o valor: a saída tem a largura dos valores.", "✗ 내용을 건네는 쪽은 밸류예요. 출력의 너비는 밸류의 너비와 같아요."),
    "mistake-output-first": ("✗ A ordem está trocada: primeiro output, depois weights.", "✗ 순서가 바뀌었어요. output이 먼저, weights가 다음이에요."),
    "mistake-swapped-k-v": ("✗ K e V estão trocados: as chaves decidem, os valores entregam.", "✗ K와 V가 바뀌었어요. 키가 고르고 밸류가 내용을 건네요."),
    "mistake-scale-below": ("✗ Com esse número, k2 ainda fica abaixo de 90%.", "✗ 그 값으로는 k2의 몫이 아직 90%보다 작아요."),
    "mistake-scale-above": ("✗ Esse número basta, mas há um inteiro menor que também basta.", "✗ 그 값도 되지만, 더 작은 정수로도 충분해요."),
    "mistake-scale-by-keys": ("✗ Você dividiu pela raiz do número de chaves; d_k é o número de colunas de k.", "✗ 키 개수의 제곱근으로 나눴어요. d_k는 k의 열 개수예요."),
    "mistake-forgot-itself": ("✗ Quase: a própria palavra O também conta.", "✗ 거의 다 왔어요. ‘O’ 자신도 세어야 해요."),
    "mistake-nan": ("✗ Apareceu nan: com pontuações grandes, exp estoura. Subtraia antes o maior número da linha.", "✗ nan이 나왔어요. 점수가 크면 exp가 넘쳐요. 행의 최댓값을 먼저 빼 보세요."),

    # explorers: softmax
    "softmax-scores": ("Pontuações (arraste; −∞ esconde)", "점수 (막대를 끌어요. −∞는 가리기)"),
    "softmax-score": ("pontuação", "점수"),
    "softmax-entry": ("pontuação x{i}", "점수 x{i}"),
    "softmax-hide": ("−∞", "−∞"),
    "softmax-hide-entry": ("esconder x{i} com −∞", "x{i} 가리기 (−∞)"),
    "softmax-hidden-value": ("{value}, escondida com −∞", "{value}, −∞로 가려짐"),
    "softmax-shares": ("Fatias: softmax(z)", "몫: softmax(z)"),
    "softmax-temperature": ("temperatura T", "온도 T"),
    "softmax-shift": ("somar c a todas", "모두에 c 더하기"),
    "softmax-add": ("mais uma pontuação", "점수 하나 더하기"),
    "softmax-remove": ("menos uma pontuação", "점수 하나 빼기"),
    "softmax-table": ("As duas contas, com z = (x + c) ÷ T", "두 가지 계산: z = (x + c) ÷ T"),
    "softmax-limit": (
        "O maior float é {largest}: exp(z) passa dele a partir de z = {limit}.",
        "가장 큰 float: {largest}. z가 {limit}보다 크면 exp(z)가 이 수를 넘어요.",
    ),
    "softmax-same": (
        "As duas contas dão as mesmas fatias, e c não muda nenhuma: o fator e^(c/T) aparece em cima e embaixo, e cancela.",
        "두 계산의 몫이 같고, c를 바꿔도 그대로예요. e^(c/T)가 분자와 분모에 똑같이 있어서 지워져요.",
    ),
    "softmax-trouble-overflow": (
        "Estouro numérico: exp({z}) vira ∞ (infinito), e ∞ ÷ ∞ dá NaN (não é um número). A softmax tira antes o maior z de todos: o maior exp é exp(0) = 1, e as fatias são as de sempre.",
        "오버플로예요. exp({z})가 무한대(∞)로 넘치고, 무한대 ÷ 무한대는 NaN(숫자가 아님)이에요. 소프트맥스는 z의 최댓값을 먼저 빼서 가장 큰 exp가 exp(0) = 1이고, 몫도 그대로예요.",
    ),
    "softmax-trouble-sum": (
        "Estouro numérico: cada exp(z) ainda cabe, mas a soma vira ∞ (infinito), e número ÷ ∞ dá 0. A softmax tira antes o maior z, e as fatias são as de sempre.",
        "오버플로예요. exp(z) 하나하나는 괜찮지만 합이 무한대(∞)로 넘치고, 숫자 ÷ 무한대는 0이에요. 소프트맥스는 z의 최댓값을 먼저 빼서 몫이 그대로예요.",
    ),
    "softmax-trouble-zero": (
        "Todas as exp(z) são tão pequenas que viram 0, e 0 ÷ 0 dá NaN (não é um número). "
        "A softmax tira antes o maior z: o maior exp é exp(0) = 1.",
        "exp(z)가 모두 너무 작아서 0이 되고, 0 ÷ 0은 NaN(숫자가 아님)이에요. "
        "소프트맥스는 z의 최댓값을 먼저 빼서 가장 큰 exp가 exp(0) = 1이에요.",
    ),
    "softmax-trouble-digits": (
        "As exp(z) são tão pequenas que perdem casas, e a conta direta sai errada. "
        "A softmax tira antes o maior z: o maior exp é exp(0) = 1.",
        "exp(z)가 모두 너무 작아서 자릿수를 잃고, 식 그대로 계산한 몫이 틀려요. "
        "소프트맥스는 z의 최댓값을 먼저 빼서 가장 큰 exp가 exp(0) = 1이에요.",
    ),
    "softmax-trouble-hidden": (
        "Tudo escondido: a conta direta dá 0 ÷ 0, NaN (não é um número). Aqui ninguém recebe nada: só zeros.",
        "모두 가려졌어요. 식 그대로 계산하면 0 ÷ 0이라서 NaN(숫자가 아님)이에요. 여기서는 모두 0으로 해요.",
    ),
    "softmax-nan": ("não é um número", "숫자가 아님"),
    "softmax-inf": ("infinito", "무한대"),
    "softmax-minus-inf": ("menos infinito", "마이너스 무한대"),
    "softmax-spoken": ("Fatias: {shares}.", "몫: {shares}."),
    "softmax-twin": ("Softmax de z = (x + c) ÷ T, com T = {temperature} e c = {shift}", "z = (x + c) ÷ T의 소프트맥스, T = {temperature}, c = {shift}"),

    # explorers: scale
    "scale-size": ("tamanho das chaves", "키의 크기"),
    "scale-divide": ("dividir por √d_k", "√d_k로 나누기"),
    "scale-without": ("sem ÷√d_k", "÷√d_k 안 함"),
    "scale-with": ("com ÷√d_k", "÷√d_k 함"),
    "scale-bars": ("Um sorteio: os pesos de {keys} chaves", "한 번 뽑은 예: 키 {keys}개의 가중치"),
    "scale-weights": ("Pesos: {weights}", "가중치: {weights}"),
    "scale-now": (
        "{size}, {how}. Neste sorteio, o maior peso é {largest}; na média, {mean}. Gradiente que passa, em média: {gradient}.",
        "{size}, {how}. 이 예의 가장 큰 가중치: {largest}, 평균: {mean}. 전해지는 기울기의 평균: {gradient}.",
    ),
    "scale-means": ("Médias de {draws} sorteios", "{draws}번 뽑은 평균"),
    "scale-largest": ("maior peso", "가장 큰 가중치"),
    "scale-entropy": ("entropia H/H_max", "엔트로피 H/H_max"),
    "scale-gradient": ("gradiente Σ|∂a/∂s|", "기울기 Σ|∂a/∂s|"),
    "scale-pair": ("{unscaled} sem ÷√d_k; {scaled} com", "나누지 않으면 {unscaled}, 나누면 {scaled}"),
    "scale-curves": (
        "{what} para d_k de 1 a 512: sem ÷√d_k, de {first} a {last}; com ÷√d_k, de {scaled_first} a {scaled_last}.",
        "d_k가 1에서 512까지 커질 때 {what}: 나누지 않으면 {first}에서 {last}, √d_k로 나누면 {scaled_first}에서 {scaled_last}.",
    ),
    "scale-numbers": ("Ver os números", "숫자 보기"),
    "scale-twin": (
        "Softmax de {keys} chaves com números N(0, 1): médias de {draws} sorteios, semente {seed}",
        "N(0, 1)에서 뽑은 키 {keys}개의 소프트맥스: {draws}번 뽑은 평균, 시드 {seed}",
    ),

    # explorers: alignment film
    "film-name": ("Pesos do passo {step}", "{step}번째 학습 단계의 가중치"),
    "film-corner": ("chaves →\nconsultas ↓", "키 →\n쿼리 ↓"),
    "film-step": ("passo de treinamento", "학습 단계"),
    "film-play": ("Reproduzir", "재생"),
    "film-pause": ("Pausar", "일시 정지"),
    "film-next": ("Próximo passo", "다음 단계"),
    "film-error": ("erro", "오차"),
    "film-now": ("Passo {step}.", "학습 단계 {step}."),
    "film-now-error": ("Passo {step}: erro {error}.", "학습 단계 {step}: 오차 {error}."),
    "film-hits": ("O maior peso cai no par certo em {hits} de {total} consultas.", "쿼리 {total}개 중 {hits}개에서 가장 큰 가중치가 정답 짝에 있어요."),
    "film-cell": ("{row} → {column}: peso {weight}", "{row} → {column}: 가중치 {weight}"),
    "film-cell-gold": ("{row} → {column}: peso {weight}, par certo", "{row} → {column}: 가중치 {weight}, 정답 짝"),
    "film-gold": ("▢ Com contorno: o par certo do alinhamento.", "▢ 테두리가 있는 칸이 정렬(단어 대응)의 정답 짝이에요."),
    "film-curve": (
        "Erro do passo {first} ao {last}: começa em {start} e termina em {end}.",
        "{first}단계에서 {last}단계까지의 오차: 처음 {start}, 마지막 {end}.",
    ),
    "film-twin": ("Pesos no passo de treinamento {step}", "학습 단계 {step}의 가중치"),
    "film-largest": ("maior peso em", "가장 큰 가중치의 자리"),
    "film-twin-gold": ("▢ = par certo", "▢ = 정답 짝"),
}

_language = "pt"


def use_language(language):
    """Set the language of every label from here on: "pt" or "ko"."""
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, and must be one of {', '.join(LANGUAGES)}")
    global _language
    _language = language


def current_language():
    return _language


def label(key, **values):
    """The string `key` in the current language, with {values} filled in."""
    if key not in LABELS:
        raise KeyError(f"no label {key!r}; labels.py knows {', '.join(sorted(LABELS))}")
    return LABELS[key][LANGUAGES.index(_language)].format(**values)


def decimal(value, digits=2):
    """A number as the current language writes it: 0,25 in Portuguese, 0.25 in Korean."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if _language == "pt" else text
