"""The course's front page, and the bar above a notebook that runs in the browser."""

SITE = {
    # key: (pt, ko)
    "site-title": ("Atenção, número por número", "어텐션, 숫자 하나하나"),
    "site-lead": (
        "Um curso de atenção em que você refaz cada conta: lê, mexe nas figuras e roda o código aqui mesmo, sem instalar nada.",
        "계산을 하나하나 직접 해 보는 어텐션 강의예요. 아무것도 설치하지 않고 여기서 바로 읽고, 그림을 움직이고, "
        "코드를 실행해요.",
    ),
    "site-start": ("Comece aqui", "여기서 시작하세요"),
    "site-looks": ("Para onde cada palavra olha?", "단어마다 어디를 볼까요?"),
    "site-looks-text": (
        "Uma rede pequena traduz esta frase para o coreano. Escolha uma palavra da tradução: as linhas mostram quanto ela "
        "olha para cada palavra em português. Ninguém disse à rede quais palavras formam par.",
        "작은 신경망이 이 포르투갈어 문장을 한국어로 번역해요. 번역한 단어를 하나 골라 보세요. 그 단어를 쓸 때 어디를 얼마나 "
        "봤는지 선으로 보여요. 어느 단어끼리 짝인지는 아무도 알려 주지 않았어요.",
    ),
    "site-looks-word": ("olha mais para {word}: {share}%", "가장 많이 보는 단어: {word} {share}%"),
    "site-looks-end": ("fim da frase", "문장 끝"),
    "site-looks-more": ("Calcule um olhar destes à mão, na {lesson}", "이 수를 직접 계산해 봐요: {lesson}"),
    "site-map": ("O mapa", "강의 지도"),
    "site-map-help": (
        "Uma seta sai da lição que vem antes. A tracejada pode ser seguida nos dois sentidos.",
        "화살표는 먼저 볼 강의에서 나와요. 점선은 순서를 바꿔도 돼요.",
    ),
    "site-lessons": ("As lições", "강의 목록"),
    "site-search": ("Procurar nas lições:", "강의에서 찾기:"),
    "site-nothing": ("Nada encontrado. Tente outra palavra.", "찾는 말이 없어요. 다른 말로 찾아보세요."),
    "site-minutes": ("{minutes} min de leitura", "읽는 데 {minutes}분"),
    "site-before": ("antes:", "먼저:"),
    "site-read": ("Ler", "읽기"),
    "site-present": ("Apresentar", "발표"),
    "site-run": ("Rodar", "실행"),
    "site-download": ("Baixar", "내려받기"),
    "numbered-lesson": ("lição {number}", "{number}강"),
    "site-teach": ("Para quem dá aula", "가르치는 분께"),
    "site-teach-text": (
        "Um semestre inteiro, questões de prova com respostas e chave, um projeto com rubrica e duas tabelas de consulta.",
        "한 학기 강의 계획, 정답과 채점 기준이 있는 시험 문제, 채점표가 있는 프로젝트, 그리고 찾아보는 표 두 개예요.",
    ),
    "bar-starting": ("O Python está começando…", "파이썬을 준비하고 있어요…"),
    "bar-reading": ("A lição, para ler enquanto o Python começa", "파이썬을 준비하는 동안 읽는 강의"),
    "bar-ready": ("O notebook está pronto: abrir", "노트북이 준비됐어요. 열기"),
    "bar-full": (
        "O navegador está sem espaço e não abre o notebook: libere espaço e recarregue. A lição pode ser lida aqui.",
        "브라우저에 공간이 없어서 노트북을 열 수 없어요. 공간을 비우고 새로 고침하세요. 강의는 여기서 읽을 수 있어요.",
    ),
    "bar-failed": (
        "O Python não chegou inteiro. Confira a conexão e recarregue a página: o que já chegou fica guardado.",
        "파이썬을 다 받지 못했어요. 연결을 확인하고 새로 고치세요. 받은 데까지는 남아 있어요.",
    ),
    "trap-what": ("A armadilha", "함정"),
    "trap-written": ("O que se escreve, e o que sai", "이렇게 쓰면 나오는 값"),
    "trap-meant": ("O que se queria, e o que sai", "원래 바란 코드와 값"),
    "trap-true-hides": (
        "Nas máscaras de MultiheadAttention, True esconde.", "MultiheadAttention의 마스크에서 True는 가린다는 뜻이에요.",
    ),
    "trap-batch-first": (
        "Sem batch_first=True, o primeiro eixo é o dos tokens: as frases do lote olham umas para as outras.",
        "batch_first=True가 없으면 첫 축이 토큰이에요. 배치의 문장들이 서로를 봐요.",
    ),
    "trap-averaged-heads": (
        "Os pesos que voltam são a média das cabeças; aqui, uma cabeça escolhe e a outra não.",
        "돌려주는 가중치는 헤드들의 평균이에요. 여기서는 한 헤드만 골라 보고 다른 헤드는 고루 봐요.",
    ),
    "trap-bias": ("A camada soma vieses: há mais números a aprender.", "층이 편향을 더해요. 학습할 수가 더 많아져요."),
    "trap-dropout": (
        "Uma camada nova está em modo de treino: o dropout apaga alguns pesos e aumenta os outros, e a linha já não soma 1.",
        "새 층은 학습 모드예요. 드롭아웃이 가중치 몇 개를 지우고 나머지를 키워서, 행의 합이 1이 아니에요.",
    ),
    "trap-causal-corner": (
        "is_causal=True conta da primeira chave: com cache, a única consulta nova só vê a primeira palavra.",
        "is_causal=True는 첫 키부터 세요. 캐시를 쓸 때 새 쿼리 하나는 첫 단어만 보게 돼요.",
    ),
    "trap-linear-transposed": ("Linear guarda a transposta de W.", "Linear는 W의 전치를 담고 있어요."),
    "trap-softmax-twice": (
        "cross_entropy recebe logits: ela mesma faz a softmax.", "cross_entropy에는 로짓을 넣어요. 소프트맥스는 알아서 해요.",
    ),
    "trap-nothing-to-see": (
        "Uma consulta que nada vê recebe NaN, e a perda do lote inteiro também; o attnlib devolve zeros.",
        "볼 것이 없는 쿼리는 NaN이 되고, 배치 전체의 손실도 NaN이 돼요. attnlib은 0을 돌려줘요.",
    ),
    "terms-english": ("Em inglês", "영어"),
    "terms-here": ("Neste curso", "이 강의"),
    "terms-elsewhere": ("Em outros livros", "다른 책에서는"),
    "site-how": ("Como funciona", "이렇게 써요"),
    "site-how-read": (
        "<strong>Ler</strong> abre a lição como página: as figuras se mexem, e a página salva no computador "
        "continua funcionando sem internet.",
        "<strong>읽기</strong>는 강의를 페이지로 열어요. 그림이 움직이고, 저장해 두면 인터넷 없이도 그대로 움직여요.",
    ),
    "site-how-present": (
        "<strong>Apresentar</strong> abre os slides: setas para andar, S para as notas de quem dá a aula; com "
        "<code>?print-pdf</code> no fim do endereço, eles viram PDF.",
        "<strong>발표</strong>는 슬라이드를 열어요. 화살표로 넘기고, S를 누르면 가르치는 분의 메모가 나와요. 주소 "
        "끝에 <code>?print-pdf</code>를 붙이면 PDF로 인쇄할 수 있어요.",
    ),
    "site-how-run": (
        "<strong>Rodar</strong> abre o notebook em um Jupyter dentro do navegador. A primeira visita baixa uns 40 "
        "MB; o que você muda fica neste navegador, e o original está sempre a um botão.",
        "<strong>실행</strong>은 브라우저 안의 주피터에서 노트북을 열어요. 처음에는 40 MB쯤 내려받아요. 바꾼 "
        "내용은 이 브라우저에 남고, 버튼 하나로 원본을 되찾아요.",
    ),
    "site-how-lab": ("Há também o JupyterLab inteiro, com todas as lições:", "모든 강의가 들어 있는 JupyterLab도 있어요."),
    "site-lab": ("abrir o JupyterLab", "JupyterLab 열기"),
    "site-install": ("No seu computador", "내 컴퓨터에서"),
    "site-install-text": (
        "Um notebook baixado precisa do pacote attnlib. Com Python 3.11 ou mais recente, esta linha instala tudo "
        "de que as lições precisam:",
        "내려받은 노트북에는 attnlib 패키지가 필요해요. 파이썬 3.11 이상에서 이 한 줄이면 강의에 필요한 것이 모두 설치돼요.",
    ),
    "site-licence": (
        "Textos e figuras: CC BY 4.0. Código: MIT. Fonte Noto Sans KR: SIL OFL 1.1.",
        "글과 그림은 CC BY 4.0, 코드는 MIT, 글꼴 Noto Sans KR은 SIL OFL 1.1을 따라요.",
    ),
    "site-choose": ("Escolha o idioma", "언어를 고르세요"),

    # a page and a deck
    "page-contents": ("Nesta página", "이 페이지의 차례"),
    "page-setup": ("Para rodar esta lição no computador", "내 컴퓨터에서 실행하려면"),
    "page-prev": ("Anterior", "이전"),
    "page-next": ("Próxima", "다음"),
    "page-neighbours": ("Lições vizinhas", "앞뒤 강의"),
    "deck-details": ("Para contar ou ler depois", "더 이야기할 것"),

    # the bar above a notebook
    "bar": ("Esta lição em outros formatos", "이 강의를 다른 형식으로 보기"),
    "bar-course": ("Curso", "강의 목록"),
    "bar-page": ("Ler", "읽기"),
    "bar-run": ("Rodar no navegador", "브라우저에서 실행하기"),
    "bar-file": ("Baixar o notebook", "노트북 내려받기"),
    "bar-mine": ("Baixar a minha cópia", "내 사본 내려받기"),
    "bar-original": ("Voltar ao original", "원본으로 되돌리기"),
    "bar-sure": (
        "A sua cópia desta lição, guardada neste navegador, será trocada pelo original. Continuar?",
        "이 브라우저에 저장된 내 사본을 지우고 원본으로 되돌려요. 계속할까요?",
    ),
}
