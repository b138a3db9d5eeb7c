"""What stands in the diagrams, and the diagrams in words."""

DIAGRAMS = {
    # key: (pt, ko)
    "draw-query": ("consulta", "쿼리"),
    "draw-keys": ("chaves", "키"),
    "draw-score": ("pontuação", "점수"),
    "draw-weight": ("peso", "가중치"),
    "draw-values": ("valores", "밸류"),
    "draw-share": ("peso × valor", "가중치 × 밸류"),
    "draw-output": ("saída", "출력"),
    "draw-encoder": ("codificador", "인코더"),
    "draw-decoder": ("decodificador", "디코더"),
    "draw-encoder-decoder": ("codificador–decodificador", "인코더–디코더"),
    "draw-encoder-reads": ("O codificador lê", "인코더가 읽어요"),
    "draw-decoder-writes": ("O decodificador escreve", "디코더가 써요"),
    "draw-memory": ("memória", "메모리"),
    "draw-read": ("frase\nde origem", "원문"),
    "draw-written": ("tradução\naté aqui", "지금까지\n쓴 말"),
    "draw-next": ("próxima\npalavra", "다음\n단어"),
    "draw-self": ("autoatenção", "셀프 어텐션"),
    "draw-self-masked": ("autoatenção\nmascarada", "마스크드\n셀프 어텐션"),
    "draw-cross": ("atenção\ncruzada", "크로스\n어텐션"),
    "draw-multi": ("atenção\nmulticabeça", "멀티 헤드\n어텐션"),
    "draw-ffn": ("rede\nfeed-forward", "피드포워드\n신경망"),
    "draw-norm": ("normaliza", "정규화"),
    "draw-add-norm": ("soma a entrada e normaliza", "입력을 더하고 정규화하기"),
    "draw-embed": ("embedding\n+ posição", "임베딩\n+ 위치"),
    "draw-linear": ("linear", "선형 변환"),
    "draw-linear-softmax": ("linear\ne softmax", "선형 변환\n소프트맥스"),
    "draw-softmax": ("softmax", "소프트맥스"),
    "draw-product": ("produto de matrizes", "행렬 곱"),
    "draw-mask-optional": ("máscara (opcional)", "마스크(선택)"),
    "draw-join": ("concatena", "이어 붙이기"),
    "draw-scaled": ("atenção por produto\nescalar com escala", "스케일드\n내적 어텐션"),
    "draw-scaled-title": ("Atenção por produto escalar com escala", "스케일드 내적 어텐션"),
    "draw-multi-title": ("Atenção multicabeça", "멀티 헤드 어텐션"),
    "draw-heads": ("h cabeças", "헤드 h개"),
    "draw-head": ("cabeça {n}", "헤드 {n}"),
    "draw-split": ("divide", "나누기"),
    "draw-merge": ("junta", "합치기"),
    "draw-one-vector": ("um vetor só", "벡터 하나"),
    "draw-scores": ("pontuações", "점수"),
    "draw-weights": ("pesos", "가중치"),
    "draw-hidden": ("escondido: vira −∞, e o peso é 0", "가린 칸: 점수는 −∞, 가중치는 0"),
    "draw-asks": ("consultas", "쿼리"),
    "draw-source": ("origem", "원문"),
    "draw-target": ("destino", "번역문"),
    "draw-like": ("como o {model}", "예: {model}"),
    "draw-open": ("pode olhar", "볼 수 있음"),
    "draw-shut": ("escondido", "가림"),
    "draw-credit": ("Segundo Vaswani et al. 2017 (arXiv:1706.03762), figura {n}",
                    "Vaswani et al. 2017(arXiv:1706.03762)의 그림 {n}(다시 그림)"),
    "draw-cross-line": ("atenção cruzada", "크로스 어텐션"),
    "draw-times-n": ("{name} × N", "{name} × N"),

    "draw-there": ("ida", "앞으로"),
    "draw-back": ("volta", "거꾸로"),
    "draw-from-loss": ("d_O vem da perda", "d_O: 손실에서"),
    "draw-row-mean": ("m: em cada linha, a média de d_A pelos pesos de A;  ∘: número por número",
                      "m: 행마다 A를 가중치로 쓴 d_A의 평균,  ∘: 같은 자리끼리 곱하기"),
    "draw-so-far": ("as n\npalavras\naté aqui", "지금까지\n쓴\n단어 n개"),
    "draw-block": ("bloco", "블록"),
    "draw-times": ("{name} × {n}", "{name} × {n}"),
    "draw-lm-attend": ("normaliza\natenção\n{heads} cabeças", "정규화\n어텐션\n헤드 {heads}개"),
    "draw-lm-feed": ("normaliza\nrede\nfeed-forward", "정규화\n피드포워드\n신경망"),
    "draw-lm-out": ("normaliza\nlinear\nsoftmax", "정규화\n선형 변환\n소프트맥스"),

    # lesson 13
    "draw-passes-read": ("ler: uma passada", "읽기: 한 번에"),
    "draw-passes-write": ("escrever: uma por vez", "생성: 한 단어씩"),
    "draw-passes-cached": ("escrever com cache", "생성: 캐시를 쓰면"),
    "draw-passes-count": ("passadas: {passes}; chaves: {keys}", "계산 {passes}번, 키 {keys}개"),
    "draw-key-new": ("calculada nesta passada", "이번에 계산"),
    "draw-key-kept": ("guardada", "저장해 둔 것"),
    "draw-memory-slow": ("memória grande e lenta", "크고 느린 메모리"),
    "draw-memory-fast": ("memória pequena e rápida", "작고 빠른 메모리"),
    "draw-never-stored": ("nunca guardada", "저장하지 않음"),
    "draw-block-of-scores": ("um bloco", "블록 하나"),
    "draw-kept-small": ("só isto fica", "남는 것"),

    # in words
    "alt-passes": ("Palavras: {words}. Cada linha é uma passada; cada quadrado, uma chave.",
                   "단어: {words}. 한 행이 계산 한 번이고, 한 칸이 키 하나예요."),
    "alt-passes-read": ("Ler: uma passada calcula as {n} chaves.", "읽기: 한 번에 키 {n}개를 계산해요."),
    "alt-passes-write": ("Escrever sem cache: {n} passadas; cada uma refaz as chaves de antes, {keys} ao todo.",
                         "캐시 없이 생성: {n}번 계산하고, 그때마다 앞의 키를 다시 구해서 모두 {keys}개예요."),
    "alt-passes-cached": ("Escrever com cache: {n} passadas; cada uma calcula uma chave e guarda as outras, {keys} ao todo.",
                          "캐시를 쓰는 생성: {n}번 계산하고, 그때마다 키를 하나만 구해서 모두 {keys}개예요."),
    "alt-shared": ("{name}: cabeças de consultas, {heads}; de chaves e valores, {kv}.",
                   "{name}: 쿼리 헤드 {heads}개, 키와 밸류 헤드 {kv}개."),
    "alt-two-memories": (
        "À esquerda, a memória grande e lenta guarda Q, K, V e a saída O; a tabela de todas as pontuações nunca é guardada. "
        "À direita, a memória pequena e rápida tem um bloco de pontuações e, por consulta, m, ℓ e a saída acumulada. "
        "Entram pedaços de Q, K e V; sai O.",
        "왼쪽은 크고 느린 메모리예요. Q, K, V와 출력 O가 있고, 전체 점수 표는 저장하지 않아요. "
        "오른쪽은 작고 빠른 메모리예요. 점수 블록 하나와, 쿼리마다 m, ℓ, 모은 출력이 있어요. "
        "Q, K, V의 조각이 들어가고 O가 나와요.",
    ),
    "hands-between": ("ângulo entre os dois: {degrees}°", "둘 사이의 각: {degrees}°"),
    "alt-hands": ("Vetores como ponteiros, com o ângulo contado a partir da direita.",
                  "벡터를 시곗바늘처럼 그렸어요. 각은 오른쪽에서부터 재요."),
    "alt-one-query": ("O caminho da consulta {name} = {query}, da pontuação à saída.",
                      "쿼리 {name} = {query}에서 출력까지 가는 길이에요."),
    "alt-scaled": ("As pontuações são multiplicadas por {scale}.", "점수에 곱하는 배율: {scale}."),
    "alt-one-key": ("{name} {vector}: pontuação {score}, peso {weight}; {weight} × {value} = {part}.",
                    "{name} {vector}: 점수 {score}, 가중치 {weight}. {weight} × {value} = {part}."),
    "alt-output": ("Soma, que é a saída: {output}.", "모두 더한 출력: {output}."),
    "alt-pairs": ("Uma linha de cada palavra de cima até cada par dela, embaixo.",
                  "위 단어마다 아래에 있는 짝으로 선을 그었어요."),
    "alt-pair-none": ("{query}: sem par.", "{query}: 짝이 없어요."),
    "alt-links": ("Linhas de cada consulta às chaves: quanto mais grossa e escura, maior o peso.",
                  "쿼리마다 키로 선을 그었어요. 굵고 진할수록 가중치가 커요."),
    "alt-link": ("{query} → {keys}: o maior peso, {value}.", "{query} → {keys}: 가장 큰 가중치 {value}."),
    "alt-link-equal": ("{query}: todas as chaves têm o mesmo peso ({value}).", "{query}: 모든 키의 가중치가 같아요({value})."),
    "alt-bottleneck": (
        "O codificador lê “{source}” e guarda tudo em um vetor só. Dele, o decodificador escreve “{target}”.",
        "인코더가 ‘{source}’ 문장을 읽어 벡터 하나에 모두 담아요. 디코더는 그 벡터만 보고 ‘{target}’ 문장을 써요.",
    ),
    "alt-encoder-decoder": (
        "O codificador lê “{source}”. A cada palavra de “{target}”, o decodificador olha para a frase toda.",
        "인코더가 ‘{source}’ 문장을 읽어요. 디코더는 ‘{target}’의 단어마다 원문 전체를 봐요.",
    ),
    "alt-nth": ("{token}, {nth}ª vez", "{nth}번째 {token}"),
    "alt-mask": (
        "Pontuações com a máscara por cima e os pesos que saem: o que ela esconde vira −∞, e seu peso é 0.",
        "점수에 마스크를 씌우고 가중치를 구했어요. 가린 칸의 점수는 −∞가 되고 가중치는 0이에요.",
    ),
    "alt-mask-row": ("{query}: pesos {seen}. Escondido: {hidden}.", "{query}: 가중치 {seen}. 가린 키: {hidden}."),
    "alt-product": ("Uma matriz {n} × {d} vezes uma {d} × {m} dá uma {n} × {m}.",
                    "{n} × {d} 행렬에 {d} × {m} 행렬을 곱하면 {n} × {m} 행렬이에요."),
    "alt-product-cell": ("Linha de {row}, coluna de {column}: {sum}.", "{row} 행, {column} 열: {sum}."),
    "alt-projections": ("X ({n} × {d}), uma linha por token: {tokens}.", "X({n} × {d})의 행은 토큰이에요: {tokens}."),
    "alt-projection": ("X ({n} × {d_model}) × W_{letter} ({d_model} × {d}) = {letter} ({n} × {d}).",
                       "X({n} × {d_model}) × W_{letter}({d_model} × {d}) = {letter}({n} × {d})."),
    "alt-way-back": (
        "Em cima, a ida: Q ({n} × {d_k}) e K ({m} × {d_k}) dão as pontuações S ({n} × {m}); a softmax faz delas os pesos A "
        "({n} × {m}); A e V ({m} × {d_v}) dão a saída O ({n} × {d_v}). "
        "Embaixo, a volta, da direita para a esquerda: d_O vem da perda; d_V = Aᵀ d_O; d_A = d_O Vᵀ; d_S = A ∘ (d_A − m), "
        "com m a média de d_A em cada linha, pelos pesos de A; d_Q = d_S K / √d_k; d_K = d_Sᵀ Q / √d_k. "
        "Cada gradiente tem a forma da sua matriz.",
        "위는 앞으로 가는 길이에요: Q({n} × {d_k})와 K({m} × {d_k})에서 점수 S({n} × {m}), 소프트맥스로 가중치 A({n} × {m}), "
        "A와 V({m} × {d_v})에서 출력 O({n} × {d_v})가 나와요. "
        "아래는 오른쪽에서 왼쪽으로 되돌아오는 길이에요: d_O는 손실에서 오고, d_V = Aᵀ d_O, d_A = d_O Vᵀ, "
        "d_S = A ∘ (d_A − m), d_Q = d_S K / √d_k, d_K = d_Sᵀ Q / √d_k예요. m은 행마다 A를 가중치로 쓴 d_A의 평균이에요. "
        "기울기의 모양은 모두 자기 행렬과 같아요.",
    ),
    "alt-split-heads": (
        "{tokens}: a matriz {n} × {d} é dividida em {heads} cabeças de {n} × {each}, por colunas. "
        "Cada cabeça calcula os seus pesos, {n} × {n}, e a sua saída, {n} × {each}; juntas, voltam a ser {n} × {d}.",
        "{tokens}: {n} × {d} 행렬의 열을 나눠 {n} × {each} 헤드 {heads}개를 만들어요. "
        "헤드마다 가중치 {n} × {n}개와 출력 {n} × {each}개를 따로 구하고, 옆으로 이어 붙이면 다시 {n} × {d}예요.",
    ),
    "alt-language-model": (
        "As n palavras até aqui entram. Embedding mais posição: {words} × {d} ({words_numbers} números) e {longest} × {d} "
        "({places}). {layers} blocos iguais, cada um com um desvio em volta de cada parte: normaliza e atenção causal com "
        "{heads} cabeças ({attention} números ao todo); normaliza e rede feed-forward ({feed_forward}). No fim, normaliza, "
        "uma camada linear {d} × {words} ({logits}) e a softmax dão a probabilidade de cada próxima palavra. "
        "As normalizações somam {norms}; tudo, {total} números.",
        "지금까지 쓴 단어 n개가 들어가요. 임베딩과 위치: {words} × {d}(수 {words_numbers}개), {longest} × {d}({places}개). "
        "블록 {layers}개: 정규화와 헤드 {heads}개짜리 인과 어텐션(모두 {attention}개), "
        "정규화와 피드포워드 신경망({feed_forward}개)이 있고, 각각을 돌아가는 길이 있어요. "
        "끝에서 정규화, 선형 변환 {d} × {words}({logits}개), 소프트맥스를 거쳐 다음 단어의 확률이 나와요. "
        "정규화는 모두 {norms}개, 전부 {total}개예요.",
    ),
    "alt-three-masks": (
        "Três máscaras. Codificador, como o BERT: cada consulta olha para todas as chaves. "
        "Decodificador, como o GPT: só para si e para o que veio antes. "
        "Codificador–decodificador, como o T5: a origem vê a origem toda; "
        "o destino vê a origem toda e, do destino, só a si e o que veio antes.",
        "마스크 세 가지예요. 인코더(예: BERT): 쿼리마다 모든 키를 봐요. "
        "디코더(예: GPT): 자기 자신과 앞쪽만 봐요. "
        "인코더–디코더(예: T5): 원문은 원문 전체를 보고, 번역문은 원문 전체와, 번역문에서는 자기 자신과 앞쪽만 봐요.",
    ),
    "alt-block-after": (
        "Um bloco: atenção multicabeça, soma com a entrada, normalização; rede feed-forward, soma com a entrada, normalização.",
        "블록 하나예요: 멀티 헤드 어텐션, 입력을 더하기, 정규화, 피드포워드 신경망, 입력을 더하기, 정규화.",
    ),
    "alt-block-before": (
        "Um bloco: normalização, atenção multicabeça, soma com a entrada; normalização, rede feed-forward, soma com a entrada.",
        "블록 하나예요: 정규화, 멀티 헤드 어텐션, 입력을 더하기, 정규화, 피드포워드 신경망, 입력을 더하기.",
    ),
    "alt-decoder": (
        "O codificador lê a frase de origem e deixa a memória: um vetor por palavra. "
        "No decodificador, o que já foi escrito passa por autoatenção mascarada, atenção cruzada e rede feed-forward, "
        "até a próxima palavra. "
        "Na atenção cruzada, as consultas Q vêm do decodificador; as chaves K e os valores V, da memória.",
        "인코더는 원문을 읽고 단어마다 벡터 하나씩 메모리에 남겨요. "
        "디코더에서는 지금까지 쓴 말이 마스크를 쓴 셀프 어텐션, 크로스 어텐션, 피드포워드 신경망을 지나 다음 단어가 돼요. "
        "크로스 어텐션의 쿼리 Q는 디코더에서, 키 K와 밸류 V는 메모리에서 와요.",
    ),
    "alt-transformer": (
        "O Transformer inteiro. Em cima, a frase de origem: embedding e posição, depois as camadas do codificador, "
        "de autoatenção e rede feed-forward, até a memória. "
        "Embaixo, o que já foi escrito: embedding e posição, depois as camadas do decodificador, de autoatenção mascarada, "
        "atenção cruzada (com K e V da memória) e rede feed-forward; no fim, camada linear e softmax dão a próxima palavra. "
        "Depois de cada parte, soma-se a entrada e normaliza-se.",
        "트랜스포머 전체예요. 위쪽에서는 원문이 임베딩과 위치를 거쳐 인코더 층(셀프 어텐션, 피드포워드 신경망)을 지나 "
        "메모리가 돼요. "
        "아래쪽에서는 지금까지 쓴 말이 임베딩과 위치를 거쳐 디코더 층(마스크를 쓴 셀프 어텐션, 메모리의 K와 V를 쓰는 "
        "크로스 어텐션, 피드포워드 신경망)을 지나요. 마지막에 선형 변환과 소프트맥스로 다음 단어를 정해요. "
        "부분마다 입력을 더하고 정규화해요.",
    ),
    "alt-multi-head": (
        "À esquerda, uma cabeça: produto de Q e K, divisão por √d_k, máscara opcional, softmax, produto com V. "
        "À direita, a atenção multicabeça: Q, K e V passam cada um por h camadas lineares, h cabeças atendem lado a lado, "
        "as saídas são concatenadas e passam por mais uma camada linear.",
        "왼쪽은 헤드 하나예요: Q와 K를 곱하고, √d_k로 나누고, 마스크를 씌우고(선택), 소프트맥스를 적용하고, V와 곱해요. "
        "오른쪽은 멀티 헤드 어텐션이에요: Q, K, V에 선형 변환을 h번씩 하고, 헤드 h개가 나란히 어텐션을 하고, "
        "출력을 이어 붙여 선형 변환을 한 번 더 해요.",
    ),
    "alt-bars": ("Barras: {titles}.", "막대그래프: {titles}."),
    "alt-bars-row": ("{name}: {numbers}.", "{name}: {numbers}."),
    "alt-patches": ("Uma imagem cortada em pedaços: {words}.", "조각으로 나눈 그림이에요. 조각 수: {words}."),
    "alt-patches-query": ("“{query}” reparte o seu peso assim: {shares}.", "‘{query}’가 가중치를 나눈 몫: {shares}."),
}
