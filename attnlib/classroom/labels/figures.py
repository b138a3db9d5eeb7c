"""Pictures, the lesson list, pages and decks."""

FIGURES = {
    # key: (pt, ko)
    "queries": ("consultas", "쿼리"),
    "keys": ("chaves", "키"),
    "weight": ("peso", "가중치"),
    "temperature": ("temperatura", "온도"),
    "heatmap-alt": (
        "Mapa de calor de {rows} × {columns}: uma linha por consulta, uma coluna por chave.",
        "{rows}행 {columns}열 히트맵이에요. 행은 쿼리, 열은 키예요.",
    ),
    "heatmap-measure-alt": (
        "{measure}: tabela de {rows} × {columns}.",
        "{measure}: {rows} × {columns} 표.",
    ),
    "on-the-object": ("peso no objeto", "목적어에 준 가중치"),
    "push-share": ("fatia", "비율"),
    "verb-lost": ("verbo perdido", "동사가 바뀐 비율"),
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
    "curves-alt": (
        "Gráfico de linhas: {y} para {x} de {low} a {high}.",
        "꺾은선 그래프예요. 가로축: {x}({low}부터 {high}까지), 세로축: {y}.",
    ),
    "curves-log-alt": (
        "Há escala logarítmica: passos iguais são fatores iguais.",
        "로그 눈금이 있어요. 같은 간격은 같은 배수예요.",
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
    "clauses": ("orações", "절의 수"),
    "exact-share": ("fração de traduções sem nenhum erro", "하나도 틀리지 않은 번역의 비율"),
    "one-vector": ("um vetor só", "벡터 하나"),
    "with-attention": ("com atenção", "어텐션"),
    "positions-alt": (
        "Mapa de cores de {rows} posições (linhas) e {columns} números (colunas), de −1 a 1. "
        "A primeira coluna troca de sinal {first} vezes; a última, {last}.",
        "위치 {rows}개(행)와 수 {columns}개(열)를 −1에서 1까지 색으로 나타낸 그림이에요. "
        "부호가 바뀌는 횟수: 첫 열 {first}번, 마지막 열 {last}번.",
    ),
    "position": ("posição", "위치"),
    "training-step": ("passo do treinamento", "학습 단계"),
    "nats-a-word": ("perda, em nats por palavra", "손실(단어마다 나트)"),
    "above-the-floor": ("% acima do piso", "하한과의 차이 %"),
    "vector-column": ("coluna do vetor", "벡터의 열"),
    "dot-product": ("produto escalar", "내적"),
    "distance": ("palavras até o fim", "끝까지 남은 단어 수"),
    "reach": ("comprimento do gradiente", "기울기의 길이"),
    "solution": ("Solução", "풀이"),

    # the map of the course
    "lesson-start-here": ("Por onde começar", "어디서 시작할까요?"),
    "lesson-birth-of-attention": ("Nascimento", "어텐션의 탄생"),
    "lesson-softmax": ("Softmax", "소프트맥스"),
    "lesson-self-attention": ("Autoatenção", "셀프 어텐션"),
    "lesson-queries-keys-values": ("Q, K e V", "쿼리, 키, 밸류"),
    "lesson-positions": ("Posições", "위치"),
    "lesson-heads": ("Cabeças", "헤드"),
    "lesson-masks": ("Máscaras", "마스크"),
    "lesson-cross-attention": ("Atenção cruzada", "크로스 어텐션"),
    "lesson-block": ("O bloco", "블록"),
    "lesson-learning-to-align": ("Alinhar", "정렬 배우기"),
    "lesson-gradients": ("Gradientes", "기울기"),
    "lesson-language-model": ("Modelo que escreve", "언어 모델"),
    "lesson-cost": ("Custo", "비용"),
    "lesson-reading-maps": ("Ler mapas", "어텐션 맵 읽기"),
    "lesson-real-model": ("Modelo real", "진짜 모델"),
    "course-start": ("comece por qualquer uma", "여기서 시작해도 됨"),
    "course-before": ("precisa vir antes", "먼저 봐야 함"),
    "course-either": ("antes ou logo depois", "먼저 또는 바로 다음에"),
    "course-alt": (
        "Mapa do curso, na ordem das lições. Cada seta vai de uma lição à que precisa dela.",
        "강의 지도예요. 강의는 차례대로 적었어요. 화살표는 먼저 볼 강의에서 그다음 강의로 가요.",
    ),
    "course-start-alt": ("{lesson}: dá para começar por aqui.", "{lesson}: 여기서 시작해도 돼요."),
    "course-before-alt": ("{lesson}: antes, {before}.", "{lesson}: 먼저 {before}."),
    "course-either-alt": ("{lesson}: {before} antes ou logo depois.", "{lesson}: {before} 먼저 또는 바로 다음에."),

    # what one can do after each lesson
    "after-alt": ("O que você consegue fazer depois de cada lição.", "강의를 하나씩 마치면 할 수 있는 일이에요."),
    "after-start-here": ("achar a sua porta e multiplicar matrizes à mão", "시작할 곳을 찾고 행렬 곱을 손으로 계산해요"),
    "after-birth-of-attention": ("ver um tradutor esquecer e dizer por quê", "번역 모델이 왜 문장을 잊는지 설명해요"),
    "after-softmax": ("transformar pontuações em fatias que somam 1", "점수를 합이 1인 비율로 바꿔요"),
    "after-self-attention": ("calcular o que “ela” recebe da frase", "‘그것’이 문장에서 무엇을 받는지 계산해요"),
    "after-queries-keys-values": ("saber quem pergunta, responde e entrega", "누가 묻고, 답하고, 건네는지 구별해요"),
    "after-positions": ("pôr a ordem das palavras na conta", "단어의 순서를 계산에 넣어요"),
    "after-heads": ("fazer duas buscas ao mesmo tempo", "한 문장에서 두 가지를 한꺼번에 찾아요"),
    "after-masks": ("impedir que um modelo espie a resposta", "모델이 정답을 엿보지 못하게 가려요"),
    "after-cross-attention": ("ligar duas frases, ou palavras e uma imagem", "두 문장을, 또는 글과 그림을 이어요"),
    "after-block": ("montar um Transformer e contar parâmetros", "트랜스포머를 조립하고 파라미터를 세어 봐요"),
    "after-learning-to-align": ("treinar um tradutor e conferir o seu mapa", "번역기를 학습시키고 어텐션 맵을 채점해요"),
    "after-gradients": ("dizer quem se move se uma pontuação muda", "점수 하나를 밀면 무엇이 움직이는지 계산해요"),
    "after-language-model": ("fazer um modelo escrever, palavra por palavra", "한 단어씩 글을 쓰는 모델을 만들어요"),
    "after-cost": ("prever o tempo e a memória de um modelo", "모델에 드는 시간과 메모리를 예측해요"),
    "after-reading-maps": ("testar se um mapa explica a resposta", "어텐션 맵이 답의 이유인지 시험해요"),
    "after-real-model": ("ler os 144 mapas de um modelo de verdade", "진짜 모델의 어텐션 맵 144장을 읽어요"),

    # the lesson list that JupyterLab opens on
    "lessons": ("As lições em português", "강의 목록(한국어)"),
    "lessons-copies": (
        "Estas cópias são suas: mude o que quiser, que o curso não mexe nelas. Para recomeçar, abra o original ao lado, "
        "ou apague a sua cópia e abra o curso de novo.",
        "여기 있는 노트북은 여러분의 사본이니까 마음껏 바꾸세요. 바꾼 내용은 지워지지 않아요. 처음 상태를 보려면 옆의 원본을 "
        "열고, "
        "처음부터 다시 하려면 사본을 지우고 강의를 다시 여세요.",
    ),
    "lesson": ("Lição", "강의"),
    "original": ("original", "원본"),

    # pages and decks
    "language": ("Português", "한국어"),   # each by its own name
    "pack-worksheet": ("Folha de exercícios", "연습 문제지"),
    "pack-key": ("Gabarito", "풀이와 정답"),
    "pack-teacher": ("Roteiro e observações para quem dá a aula", "가르치는 분을 위한 수업 계획과 메모"),
    "pack-mistakes": ("Respostas erradas que aparecem, e o que dizer", "자주 나오는 오답과 해 줄 말"),
    "pack-how": (
        "Onde há um número antes da seta, é a resposta errada como a turma a escreve; depois da seta, o que a conferência diz, "
        "e você pode dizer.",
        "화살표 앞의 수는 학생들이 쓰는 오답이에요. 화살표 뒤는 확인 셀이 하는 말인데, 그대로 말해 주셔도 돼요.",
    ),
    "pack-name": ("Nome:", "이름:"),
    "pack-number": ("Matrícula:", "학번:"),
    "pytorch-summary": ("O mesmo em PyTorch", "PyTorch로 하면"),
    "pytorch-ours": ("Com a attnlib:", "attnlib로 하면:"),
    "pytorch-both": ("As duas dão:", "둘 다 결과가 같아요:"),
    "questions-course": ("Curso de atenção", "어텐션 강의"),
    "questions-title": ("Questões para a prova", "시험 문제"),
    "questions-key": ("Questões para a prova, com respostas", "시험 문제와 정답"),
    "questions-exam": ("Prova", "시험"),
    "questions-points": ("pontos", "배점"),
    "questions-worth": ("pontos: {points}", "{points}점"),
    "questions-date": ("Data:", "날짜:"),
    "questions-write": ("Na célula abaixo, escreva `answer = ` e a sua resposta.", "아래 셀에 `answer = `과 답을 쓰세요."),
    "questions-criterion": ("Critério", "채점 기준"),
    "questions-wrong": ("Respostas erradas que aparecem:", "자주 나오는 오답:"),
    "questions-right": ("Resposta:", "정답:"),
    "questions-inventory": ("Perguntas para o primeiro e o último dia", "첫날과 마지막 날의 확인 문제"),
    "level-know": ("saber", "알기"),
    "level-apply": ("calcular", "계산하기"),
    "level-derive": ("deduzir", "유도하기"),
    "level-judge": ("julgar", "판단하기"),
    "layer": ("camada", "층"),
    "first-number": ("primeiro número do vetor", "벡터의 첫째 수"),
    "page-skip": ("Pular para o conteúdo", "본문으로 건너뛰기"),
    "page-nav": ("Esta lição em outros formatos", "이 강의를 다른 형식으로 보기"),
    "page-slides": ("Slides", "슬라이드"),
    "page-starter": ("Código para começar", "시작 코드"),
    "kernel-only": (
        "Rode esta célula no Jupyter: lá aparece um controle que você move.",
        "주피터에서 이 셀을 실행하면 움직이는 슬라이더가 나와요.",
    ),
    "widget-failed": (
        "Esta figura interativa não abriu neste navegador. Tente um navegador mais recente, ou abra a lição no Jupyter.",
        "이 브라우저에서는 움직이는 그림을 열지 못했어요. 최신 브라우저를 쓰거나 주피터에서 강의를 열어 보세요.",
    ),
}
