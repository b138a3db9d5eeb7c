"""The concept inventory: twenty questions for before the first lesson and after the last, without formulas and without code.

Each stands alone and says what its words mean, so that somebody who has never met a neural network can answer it. The wrong
options are what people believe. It is not graded: compare the same students' answers before and after.
"""

from teaching.questions import Choice, Text, Wrong

QUESTIONS = [
    Choice("what-attention-does", "know", 1, Text(
        "Programas que traduzem e escrevem usam um cálculo chamado atenção. Ao tratar uma palavra da frase, o que esse cálculo "
        "faz?",
        "번역하거나 글을 쓰는 프로그램은 어텐션이라는 계산을 써요. 문장의 한 단어를 다룰 때 이 계산은 무슨 일을 하나요?"),
        right=Text("Mistura informação das palavras da frase, em proporções calculadas na hora.",
                   "문장의 단어들에서 온 정보를 그때그때 계산한 비율로 섞어요."),
        why=Text("Cada palavra entra com uma proporção própria, e as proporções mudam de uma frase para outra.",
                 "단어마다 비율이 다르고, 그 비율은 문장이 바뀌면 달라져요."),
        wrong=(
            Wrong(Text("Em geral nenhuma palavra fica de fora: quase todas entram, umas muito, outras pouco.",
                       "보통은 버려지는 단어가 없어요. 거의 모두 들어가되, 많이 들어가는 것과 조금 들어가는 것이 있어요."),
                  Text("Escolhe a palavra mais importante da frase e deixa as outras de fora.",
                       "문장에서 가장 중요한 단어 하나를 고르고 나머지는 버려요.")),
            Wrong(Text("O nome lembra uma pessoa atenta, mas o programa faz a mesma quantidade de contas em todas as palavras.",
                       "이름은 집중하는 사람을 떠올리게 하지만, 모든 단어에서 똑같은 양의 계산을 해요."),
                  Text("Gasta mais tempo nas palavras difíceis, como quem lê com cuidado.",
                       "꼼꼼히 읽는 사람처럼, 어려운 단어에 시간을 더 써요.")),
            Wrong(Text("Não há dicionário: há contas com os números que representam as palavras.",
                       "사전은 없어요. 단어를 나타내는 수로 계산할 뿐이에요."),
                  Text("Procura cada palavra em um dicionário e escolhe o sentido que combina.",
                       "단어를 사전에서 찾아 알맞은 뜻을 골라요.")),
        )),
    Choice("a-share-taken", "know", 1, Text(
        "Ao ler uma palavra, um programa reparte 100% de peso entre as palavras da frase, conforme o que usa de cada uma. Uma "
        "delas passa de 10% para 30%. O que acontece, com certeza, com as outras?",
        "어떤 프로그램은 단어를 읽을 때 문장의 단어들에 가중치 100%를 나눠 줘요. 가중치는 그 단어를 얼마나 쓰는지를 나타내요. 한 "
        "단어의 가중치가 10%에서 30%로 커졌어요. 나머지 단어들에 대해 확실한 것은 무엇인가요?"),
        right=Text("Somadas, caem de 90% para 70%.", "모두 합쳐 90%에서 70%로 줄어요."),
        why=Text("O total é sempre 100%: o que uma palavra ganha sai das outras.",
                 "합이 늘 100%라서, 하나가 얻은 만큼 나머지가 잃어요."),
        wrong=(
            Wrong(Text("Então a soma passaria de 100%.", "그러면 합이 100%를 넘어요."),
                  Text("Ficam como estavam, porque cada peso é calculado à parte.", "가중치를 따로따로 계산하니 그대로예요.")),
            Wrong(Text("Nada na conta protege as que não se parecem: só o total delas é certo.",
                       "뜻이 달라도 줄어들 수 있어요. 확실한 건 나머지의 합뿐이에요."),
                  Text("Só as palavras de sentido parecido perdem alguma coisa.", "뜻이 비슷한 단어만 조금 잃어요.")),
            Wrong(Text("O lugar na frase não garante nada; e, juntas, as outras perdem.",
                       "옆에 있다고 더 받는 건 아니에요. 나머지는 모두 합쳐 줄어요."),
                  Text("As vizinhas dela também ganham um pouco.", "그 단어 옆의 단어들도 조금 얻어요.")),
        )),
    Choice("nothing-fits", "know", 1, Text(
        "Uma parte de um programa tradutor reparte 100% de peso entre as palavras, à procura de um verbo. A frase não tem verbo. "
        "O que acontece com os 100%?",
        "번역 프로그램의 한 부분은 동사를 찾으려고 문장의 단어들에 가중치 100%를 나눠 줘요. 그런데 문장에 동사가 없어요. 그 "
        "100%는 어떻게 되나요?"),
        right=Text("São repartidos assim mesmo: sempre vão para algum lugar.", "그래도 나눠 줘요. 어딘가에는 반드시 가요."),
        why=Text("A conta não tem a resposta “nada”. Por isso um peso alto pode não querer dizer que algo foi encontrado.",
                 "이 계산에는 ‘없음’이라는 답이 없어요. 그래서 가중치가 커도 무언가를 찾았다는 뜻이 아닐 수 있어요."),
        wrong=(
            Wrong(Text("O total é 100% em qualquer frase; zero não é permitido pela conta.",
                       "어떤 문장에서든 합은 100%예요. 이 계산에서는 합이 0이 될 수 없어요."),
                  Text("Somem: sem verbo, todos os pesos ficam em zero.", "없어져요. 동사가 없으니 모두 0%가 돼요.")),
            Wrong(Text("Pode até acontecer, mas nada obriga: em geral alguma palavra leva mais.",
                       "그럴 수도 있지만 꼭 그런 건 아니에요. 보통은 더 많이 받는 단어가 있어요."),
                  Text("São divididos em partes exatamente iguais.", "모든 단어에 똑같이 나눠요.")),
            Wrong(Text("O programa não percebe que faltou um verbo; faz a mesma conta.",
                       "동사가 없다는 걸 프로그램은 몰라요. 늘 하던 계산을 해요."),
                  Text("Ficam guardados até aparecer um verbo em outra frase.", "동사가 있는 문장이 나올 때까지 남겨 둬요.")),
        )),
    Choice("seventy-percent", "judge", 1, Text(
        "Para escrever a palavra seguinte, um programa repartiu 100% de peso entre as palavras já lidas, e *chuva* levou 70%. O "
        "que se pode dizer com certeza?",
        "프로그램이 다음 단어를 쓰려고, 이미 읽은 단어들에 가중치 100%를 나눠 줬어요. ‘비’가 70%를 받았어요. 확실하게 말할 수 "
        "있는 것은 무엇인가요?"),
        right=Text("Que, nessa mistura, foi *chuva* que entrou com a maior parte.",
                   "그 계산에서 ‘비’를 가장 큰 비율로 섞었다는 것"),
        why=Text("O peso é a proporção de uma mistura. Se a resposta dependeu dela, só se sabe experimentando.",
                 "가중치는 섞는 비율이에요. 답이 그 단어에 달려 있었는지는 실험해 봐야 알아요."),
        wrong=(
            Wrong(Text("O peso é de uma palavra lida, e não a chance da palavra que vai ser escrita.",
                       "읽은 단어에 준 비율이에요. 쓸 단어가 나올 확률이 아니에요."),
                  Text("Que a palavra seguinte será *chuva* com 70% de chance.", "다음 단어가 ‘비’일 확률이 70%라는 것")),
            Wrong(Text("A informação ainda passa por muitas contas, que podem aumentá-la ou apagá-la.",
                       "그 뒤로도 많은 계산을 거치면서 더 커지기도 하고 사라지기도 해요."),
                  Text("Que 70% da decisão do programa se deve a *chuva*.", "프로그램이 내린 결정의 70%가 ‘비’ 때문이라는 것")),
            Wrong(Text("Ninguém ensinou ao programa o que pessoas acham importante em uma frase.",
                       "사람이 무엇을 중요하게 보는지 프로그램에 가르친 적이 없어요."),
                  Text("Que uma pessoa também acharia *chuva* a mais importante.", "사람이 봐도 ‘비’가 가장 중요한 단어라는 것")),
        )),
    Choice("is-it-the-reason", "judge", 1, Text(
        "Um programa recusou um pedido de crédito. Um mapa mostra que ele deu muito peso ao bairro da pessoa. O banco quer saber "
        "se o bairro foi a razão. O que mais ajuda?",
        "프로그램이 대출 신청을 거절했어요. 신청서의 ‘사는 동네’에 가중치를 많이 줬다는 그림이 있어요. 은행은 동네 때문에 "
        "거절했는지 알고 싶어요. 무엇이 가장 도움이 되나요?"),
        right=Text("Trocar só o bairro no pedido e ver se a resposta muda.", "신청서에서 동네만 바꾸고 결과가 달라지는지 봐요."),
        why=Text("O mapa mostra para onde o programa olhou; a troca mostra se isso pesou na resposta.",
                 "그림은 어디를 봤는지 보여 줄 뿐이에요. 바꿔 봐야 그것이 결과를 바꿨는지 알 수 있어요."),
        wrong=(
            Wrong(Text("Um mapa mais detalhado continua a mostrar só para onde se olhou.",
                       "더 자세해도 어디를 봤는지만 보여 줘요."),
                  Text("Fazer um mapa mais detalhado, com todas as palavras.", "모든 단어가 보이는 더 자세한 그림을 만들어요.")),
            Wrong(Text("O programa produz um texto que soa bem, e que pode não ser o que ele calculou.",
                       "그럴듯한 글을 만들어 줄 뿐이고, 실제 계산과 다를 수 있어요."),
                  Text("Pedir ao próprio programa que escreva a razão.", "프로그램에게 이유를 써 달라고 해요.")),
            Wrong(Text("Muitos pedidos com o mesmo peso ainda não dizem se o peso mudou a resposta.",
                       "많이 모아도 가중치가 결과를 바꿨는지는 알 수 없어요."),
                  Text("Ver se em outros pedidos o bairro também tem muito peso.",
                       "다른 신청서에서도 동네의 가중치가 큰지 봐요.")),
        )),
    Choice("does-it-look-back", "know", 1, Text(
        "Cada palavra de uma frase reparte 100% de peso entre as palavras da frase. *ela* dá 60% a *bola*. Quanto *bola* dá a "
        "*ela*?",
        "문장의 단어마다 가중치 100%를 문장의 단어들에 나눠 줘요. ‘그것’은 ‘공’에 60%를 줬어요. ‘공’은 ‘그것’에 얼마를 주나요?"),
        right=Text("Pode ser qualquer parte: não se sabe por esse número.", "이것만으로는 알 수 없어요."),
        why=Text("Cada palavra reparte os seus próprios 100%: o que uma procura não é o que a outra procura.",
                 "단어마다 자기의 100%를 따로 나눠 줘요. 서로 찾는 것이 달라요."),
        wrong=(
            Wrong(Text("Quem pergunta por *bola* é *ela*; *bola* pode estar procurando outra coisa.",
                       "‘그것’이 ‘공’을 찾는다고 ‘공’도 ‘그것’을 찾는 건 아니에요."),
                  Text("Também 60%: a ligação entre duas palavras é uma só.", "똑같이 60%: 두 단어 사이의 관계는 하나예요.")),
            Wrong(Text("Os 100% são de uma palavra só; as duas não dividem um total.",
                       "100%는 한 단어가 나눠 주는 양이에요. 두 단어가 함께 나눠 갖는 게 아니에요."),
                  Text("40%: o que falta para completar 100%.", "40%: 100%에서 남은 만큼이에요.")),
            Wrong(Text("Toda palavra faz as duas coisas: olha para as outras e é olhada por elas.",
                       "모든 단어가 두 가지를 다 해요. 다른 단어를 보기도 하고, 보이기도 해요."),
                  Text("Nada: quem é olhado só entrega informação, não procura.", "0%: 보이는 쪽은 정보를 주기만 해요.")),
        )),
    Choice("two-meanings", "know", 1, Text(
        "Um programa que aprendeu com muitos textos lê “sentei no banco da praça” e “fui ao banco sacar dinheiro”. Dentro dele, "
        "cada palavra vira uma lista de números. Depois de ler, como são as listas das duas palavras *banco*?",
        "많은 글로 학습한 프로그램이 ‘배를 타고 바다로 나갔다’와 ‘배를 깎아 먹었다’를 읽어요. 프로그램 안에서 단어는 수의 목록이 "
        "돼요. 다 읽은 뒤 두 ‘배를’의 목록은 어떤가요?"),
        right=Text("Diferentes, porque as outras palavras da frase entraram nelas.",
                   "서로 달라요. 문장의 다른 단어들이 섞여 들어갔으니까요."),
        why=Text("A lista começa igual, pela palavra, e muda com o que ela recebe da frase.",
                 "처음에는 단어가 같아 목록도 같지만, 문장의 다른 단어들에서 정보를 받으면서 달라져요."),
        wrong=(
            Wrong(Text("Isso só vale no começo, antes de a palavra receber algo das outras.",
                       "다른 단어에서 정보를 받기 전, 맨 처음에만 그래요."),
                  Text("Iguais, porque é a mesma palavra, com as mesmas letras.", "똑같아요. 글자까지 같은 단어니까요.")),
            Wrong(Text("Não há uma lista de sentidos: o que muda são os números, pouco a pouco.",
                       "뜻을 모아 둔 목록은 없어요. 수가 조금씩 달라질 뿐이에요."),
                  Text("Cada uma é o código de um sentido, tirado de um dicionário.",
                       "사전에 있는 뜻의 번호가 하나씩 들어 있어요.")),
            Wrong(Text("Ninguém marca os sentidos nos textos; o programa só viu as frases.",
                       "글마다 뜻을 적어 준 사람은 없어요. 프로그램은 문장만 봤어요."),
                  Text("Iguais, a não ser que alguém tenha marcado o sentido.", "누가 뜻을 적어 주지 않았다면 똑같아요.")),
        )),
    Choice("several-at-once", "know", 1, Text(
        "O cálculo da atenção costuma ser feito por várias “cabeças” ao mesmo tempo. Como elas dividem o trabalho em uma frase?",
        "어텐션 계산은 보통 여러 ‘헤드’가 동시에 해요. 문장 하나를 읽을 때 헤드들은 일을 어떻게 나누나요?"),
        right=Text("Cada uma reparte os seus pesos pela frase toda, e os resultados se juntam.",
                   "저마다 문장 전체에 가중치를 나눠 주고, 그 결과를 합쳐요."),
        why=Text("Todas leem a mesma frase; o que muda é a proporção com que cada uma mistura as palavras.",
                 "모두 같은 문장을 읽어요. 단어를 섞는 비율이 헤드마다 다를 뿐이에요."),
        wrong=(
            Wrong(Text("Nenhuma cabeça fica com um pedaço só: todas veem as mesmas palavras.",
                       "문장을 나눠 맡지 않아요. 모두 같은 단어를 봐요."),
                  Text("Cada uma lê um trecho da frase, e juntas elas a cobrem.",
                       "문장을 몇 토막으로 나눠, 한 토막씩 맡아서 읽어요.")),
            Wrong(Text("Não há votação: os resultados ficam lado a lado e são combinados por contas.",
                       "투표하지 않아요. 결과를 나란히 놓고 계산으로 합쳐요."),
                  Text("Cada uma dá um palpite, e vence o palpite da maioria.", "저마다 답을 내고, 가장 많이 나온 답을 골라요.")),
            Wrong(Text("Elas trabalham ao mesmo tempo; nenhuma corrige a de antes.",
                       "동시에 계산해요. 앞의 헤드를 고쳐 주는 헤드는 없어요."),
                  Text("A segunda corrige a primeira, a terceira corrige a segunda, e assim por diante.",
                       "둘째 헤드가 첫째 헤드의 실수를 고치고, 셋째가 둘째를 고쳐요.")),
        )),
    Choice("who-gives-the-job", "know", 1, Text(
        "Um programa que aprendeu com muitos textos faz várias contas de atenção ao mesmo tempo, as “cabeças”. Descobriu-se que "
        "uma delas liga quase todo adjetivo ao seu substantivo. De onde veio essa função?",
        "많은 글로 학습한 프로그램은 어텐션 계산을 여럿 동시에 해요. 그 하나하나가 ‘헤드’예요. 꾸미는 말을 거의 언제나 그 말이 "
        "꾸미는 명사와 이어 주는 헤드를 찾았어요. 이 헤드는 어떻게 그 일을 하게 됐을까요?"),
        right=Text("Surgiu no treinamento, sem que ninguém a pedisse.", "아무도 시키지 않았는데 학습하다가 생겼어요."),
        why=Text("O treinamento só ajusta números para acertar mais; funções assim são achadas depois, por quem abre o "
                 "programa.",
                 "학습은 더 잘 맞히도록 수를 고칠 뿐이에요. 이런 일은 나중에 프로그램을 열어 본 사람이 찾아내요."),
        wrong=(
            Wrong(Text("No código todas as cabeças são iguais: só os números aprendidos as distinguem.",
                       "코드에서는 모든 헤드가 똑같아요. 학습으로 정해진 수만 달라요."),
                  Text("Os programadores a escreveram para essa tarefa.", "개발자가 그 일을 하도록 만들었어요.")),
            Wrong(Text("Textos de treinamento comuns não trazem nenhuma marca de gramática.",
                       "학습에 쓰는 글에는 보통 그런 문법 표시가 없어요."),
                  Text("Os textos de treinamento traziam marcados os adjetivos.",
                       "학습에 쓴 글에 꾸미는 말이 표시되어 있었어요.")),
            Wrong(Text("A ordem não decide nada: outra rodada de treinamento distribui as funções de outro modo.",
                       "순서로 정해지지 않아요. 다시 학습하면 다른 헤드가 그 일을 하기도 해요."),
                  Text("Toda primeira cabeça faz isso; a segunda faz verbos, e assim por diante.",
                       "첫째 헤드는 늘 그 일을, 둘째 헤드는 동사를 맡게 되어 있어요.")),
        )),
    Choice("nothing-missing", "judge", 1, Text(
        "Um programa faz muitas contas de atenção ao mesmo tempo, as “cabeças”. Desliga-se uma delas, e ele traduz tão bem "
        "quanto antes. O que se pode concluir?",
        "어떤 프로그램은 어텐션 계산을 여럿 동시에 해요. 그 하나하나가 ‘헤드’예요. 헤드 하나를 껐는데 번역이 전과 똑같이 잘돼요. "
        "어떤 결론을 내릴 수 있나요?"),
        right=Text("Que, com as outras ligadas, essa não faz falta para traduzir.",
                   "나머지가 켜져 있으면 번역에 그 헤드가 없어도 된다는 것"),
        why=Text("As outras podem fazer o mesmo trabalho. Desligar várias juntas é outra experiência.",
                 "나머지가 같은 일을 할 수 있어요. 여럿을 함께 끄는 것은 또 다른 실험이에요."),
        wrong=(
            Wrong(Text("Cada uma pode ser dispensável sozinha, e o conjunto, indispensável.",
                       "하나씩은 없어도 되지만 모두 없으면 안 될 수 있어요."),
                  Text("Que o cálculo da atenção não é necessário para traduzir.", "번역에 어텐션이 필요하지 않다는 것")),
            Wrong(Text("Ela pode trabalhar bem, em coisas que outras também fazem.",
                       "일을 잘하지만 다른 헤드도 그 일을 하는 것일 수 있어요."),
                  Text("Que essa cabeça não aprendeu nada no treinamento.",
                       "그 헤드가 학습하는 동안 아무것도 배우지 못했다는 것")),
            Wrong(Text("Ninguém testou com só a metade ligada: uma não prova nada sobre muitas.",
                       "절반을 꺼 보지는 않았어요. 하나로 여럿을 말할 수 없어요."),
                  Text("Que se pode desligar a metade delas com o mesmo resultado.", "절반을 꺼도 결과가 같을 거라는 것")),
        )),
    Choice("without-order", "know", 1, Text(
        "Um programa com atenção recebe as palavras, mas nenhuma informação sobre a ordem delas. Ele consegue distinguir “o gato "
        "viu o rato” de “o rato viu o gato”?",
        "어텐션을 쓰는 프로그램에 단어만 주고, 순서에 대한 정보는 하나도 주지 않았어요. 이 프로그램은 ‘빨간 차 옆의 파란 집’과 "
        "‘파란 차 옆의 빨간 집’을 구별할 수 있나요?"),
        right=Text("Não: para ele são as mesmas palavras.", "아니요: 프로그램에게는 같은 단어들이에요."),
        why=Text("A atenção compara palavras, e não lugares. A ordem precisa ser dada à parte, junto com as palavras.",
                 "어텐션은 자리가 아니라 단어를 비교해요. 순서는 단어와 함께 따로 알려 줘야 해요."),
        wrong=(
            Wrong(Text("A atenção vê todas as palavras de uma vez; ela não lê da esquerda para a direita.",
                       "어텐션은 모든 단어를 한꺼번에 봐요. 앞에서부터 차례로 읽지 않아요."),
                  Text("Sim: ele lê uma palavra de cada vez.", "네: 앞에서부터 한 단어씩 읽으니까요.")),
            Wrong(Text("Para saber qual palavra vem antes de qual, ele precisaria da ordem.",
                       "무엇이 무엇을 꾸미는지 알려면 순서를 알아야 해요."),
                  Text("Sim: pela gramática que aprendeu.", "네: 학습하면서 문법을 배웠으니까요.")),
            Wrong(Text("Palavra nenhuma diz ao programa onde está.", "단어만 봐서는 어디에 있는지 알 수 없어요."),
                  Text("Sim: pela palavra que chegou por último.", "네: 마지막에 들어온 단어가 다르니까요.")),
        )),
    Choice("far-away", "know", 1, Text(
        "Em um texto, a palavra de que se precisa está cinquenta palavras atrás. Como a atenção busca a informação dela?",
        "어떤 글에서 필요한 단어가 50단어 앞에 있어요. 어텐션은 그 단어의 정보를 어떻게 가져오나요?"),
        right=Text("Diretamente, como faria com uma palavra vizinha.", "바로 옆 단어에서 가져올 때처럼 곧바로"),
        why=Text("A palavra é comparada com todas as que pode ver, perto ou longe, de uma vez só.",
                 "볼 수 있는 모든 단어와, 가깝든 멀든 한꺼번에 비교해요."),
        wrong=(
            Wrong(Text("Passar de palavra em palavra é o que faziam programas mais antigos, e por isso esqueciam.",
                       "단어에서 단어로 넘겨 주던 것은 더 오래된 방식이에요. 그래서 잊어버리곤 했어요."),
                  Text("Passando de palavra em palavra, e perdendo um pouco em cada uma.",
                       "단어에서 단어로 넘겨받으며, 그때마다 조금씩 잃어요.")),
            Wrong(Text("A distância não é um limite por si: o limite é quanto texto cabe.",
                       "거리가 문제가 아니에요. 글이 통째로 들어가기만 하면 돼요."),
                  Text("Não busca: ela só alcança as palavras mais próximas.", "못 가져와요: 가까운 단어만 볼 수 있어요.")),
            Wrong(Text("Ela não procura uma por uma até achar: compara com todas juntas.",
                       "찾을 때까지 하나씩 보는 것이 아니라 모두와 함께 비교해요."),
                  Text("Voltando pelo texto, palavra por palavra, até encontrá-la.", "찾을 때까지 한 단어씩 거꾸로 읽어 가요.")),
        )),
    Choice("mixed-again-and-again", "judge", 1, Text(
        "Em um programa, cada palavra da frase é uma lista de números. Doze vezes seguidas, cada lista é trocada por uma mistura "
        "de todas, com um pouco de cada uma, e nada mais se faz. Como ficam as listas no fim?",
        "어떤 프로그램에서는 문장의 단어가 저마다 수의 목록이에요. 목록마다 모든 목록에서 조금씩 가져와 섞은 것으로 바꾸고, 이 "
        "일을 12번 되풀이해요. 다른 일은 하지 않아요. 마지막에 목록들은 어떻게 되나요?"),
        right=Text("Quase iguais: já não se sabe qual era qual.", "거의 똑같아져서 어느 단어였는지 알 수 없어요."),
        why=Text("Misturas de misturas se aproximam. Por isso os programas também guardam a lista de antes, e somam.",
                 "섞은 것을 또 섞으면 점점 비슷해져요. 그래서 섞기 전의 목록도 남겨 두고 더해 줘요."),
        wrong=(
            Wrong(Text("Uma mistura não cria nada: os números ficam entre os menores e os maiores que entraram.",
                       "섞는다고 새로 생기는 것은 없어요. 수는 처음의 가장 작은 수와 가장 큰 수 사이에 있어요."),
                  Text("Mais ricas: cada uma com o seu próprio contexto.", "단어마다 자기 문맥을 담아 더 풍부해져요.")),
            Wrong(Text("Com um pouco de todas a cada vez, nenhuma consegue ficar como era.",
                       "매번 모두에서 조금씩 가져와 섞으니 처음 그대로 남을 수 없어요."),
                  Text("Quase como no começo, com pequenos retoques.", "처음과 거의 같고, 조금씩만 달라져요.")),
            Wrong(Text("As diferenças diminuem a cada vez; não há de onde virem novas.",
                       "섞을 때마다 차이가 줄어요. 새로운 차이가 생길 데가 없어요."),
                  Text("Mais diferentes umas das outras do que no começo.", "처음보다 서로 더 달라져요.")),
        )),
    Choice("why-hide-the-future", "know", 1, Text(
        "Um programa aprende a adivinhar a palavra seguinte de textos já prontos. Durante o treinamento, as palavras seguintes "
        "são escondidas. Para quê?",
        "어떤 프로그램은 이미 완성된 글에서 다음 단어를 알아맞히며 학습해요. 학습하는 동안에는 뒤의 단어를 가려요. 왜 그럴까요?"),
        right=Text("Para que ele não copie a resposta que deve adivinhar.", "알아맞힐 답을 그대로 베끼지 못하게 하려고"),
        why=Text("Com a resposta à vista, ele aprenderia a copiar, e não saberia o que fazer quando o texto ainda não existe.",
                 "답이 보이면 베끼는 법만 배워서, 뒤의 글이 아직 없을 때는 아무것도 못 해요."),
        wrong=(
            Wrong(Text("Esconder custa até um passo a mais; a razão não é a pressa.",
                       "가리는 일도 계산이에요. 빨리 하려는 게 아니에요."),
                  Text("Para gastar menos memória e treinar mais depressa.", "메모리를 아끼고 더 빨리 학습하려고")),
            Wrong(Text("Há programas que leem a frase inteira, para a frente e para trás, e funcionam bem.",
                       "앞뒤를 모두 읽는 프로그램도 있고, 잘 돌아가요."),
                  Text("Para que ele leia na mesma ordem que uma pessoa.", "사람이 읽는 순서대로 읽게 하려고")),
            Wrong(Text("Muitas vezes o que vem depois ajuda a entender; o problema é que é a resposta.",
                       "뒤의 말은 이해하는 데 도움이 될 때가 많아요. 다만 그것이 바로 정답이에요."),
                  Text("Porque o que vem depois não ajuda a entender o que veio antes.",
                       "뒤의 말은 앞의 말을 이해하는 데 도움이 안 되어서")),
        )),
    Choice("what-training-changes", "know", 1, Text(
        "Um programa que escreve “aprende” com muitos textos. O que muda dentro dele durante o treinamento?",
        "글을 쓰는 프로그램은 먼저 많은 글로 ‘학습’해요. 학습하는 동안 프로그램 안에서는 무엇이 달라지나요?"),
        right=Text("Muitos números, ajustados um pouco a cada erro.", "프로그램에 든 수들이 덜 틀리는 쪽으로 조금씩 바뀌어요."),
        why=Text("As contas ficam as mesmas; os números com que se calcula vão sendo corrigidos para errar menos.",
                 "계산 방법은 그대로예요. 계산에 쓰는 수를 덜 틀리는 쪽으로 조금씩 고쳐요."),
        wrong=(
            Wrong(Text("Em geral não sobra uma cópia dos textos; sobra o efeito deles nos números.",
                       "보통은 글을 그대로 쌓아 두지 않아요. 글을 보고 고친 수가 남아요."),
                  Text("O arquivo de textos em que ele depois procura as respostas.",
                       "나중에 답을 찾아볼 글 모음이 점점 커져요.")),
            Wrong(Text("Nenhuma regra é escrita; o que parece regra está espalhado nos números.",
                       "규칙을 적어 넣는 사람은 없어요. 규칙처럼 보이는 것도 수에 흩어져 있어요."),
                  Text("A lista de regras da língua, que cresce com os exemplos.", "예문을 보며 언어의 규칙 목록이 늘어나요.")),
            Wrong(Text("O código é escrito antes por pessoas e não muda ao treinar.",
                       "코드는 사람이 미리 써 둔 것이고, 학습해도 바뀌지 않아요."),
                  Text("O próprio código, que ele reescreve aos poucos.", "프로그램이 자기 코드를 조금씩 고쳐 써요.")),
        )),
    Choice("who-shows-where", "know", 1, Text(
        "Depois de aprender com muitos textos, um programa olha sobretudo para as palavras que ajudam. Como ele aprendeu para "
        "onde olhar?",
        "많은 글로 학습한 프로그램은 도움이 되는 단어를 주로 봐요. 어디를 봐야 하는지는 어떻게 배웠을까요?"),
        right=Text("Foi ajustado para acertar mais, e olhar ali ajudava.", "정답을 더 잘 맞히게 고치다 보니 그렇게 됐어요."),
        why=Text("Só se mostra a resposta certa. Os pesos mudam para onde o erro diminui, sem que ninguém aponte a palavra.",
                 "정답만 알려 줘요. 틀리는 일이 줄어드는 쪽으로 가중치가 저절로 바뀌어요."),
        wrong=(
            Wrong(Text("Isso já se tentou, mas não é preciso: basta dizer a resposta.",
                       "그럴 필요가 없어요. 정답만 알려 주면 돼요."),
                  Text("Pessoas marcaram, nas frases, as palavras a olhar.", "사람들이 문장마다 볼 단어를 표시해 줬어요.")),
            Wrong(Text("Se fosse só a frequência, *de* e *o* levariam quase tudo em toda frase.",
                       "자주 나오는 순서라면 어느 문장에서나 같은 단어가 거의 다 받을 거예요."),
                  Text("Contou que palavras aparecem mais vezes nos textos.", "글에 자주 나오는 단어가 무엇인지 셌어요.")),
            Wrong(Text("O programa não recebe gramática nenhuma; ele só viu textos.", "문법책은 주지 않아요. 글만 봤어요."),
                  Text("Recebeu regras de gramática que ligam as palavras.",
                       "단어끼리 어떻게 이어지는지 문법 규칙을 넣어 줬어요.")),
        )),
    Choice("which-comparison", "judge", 1, Text(
        "Uma equipe pôs uma peça nova no seu programa, e ele escreve muito bem. Que resultado mais apoia a ideia de que isso "
        "se deve à peça?",
        "어떤 팀이 프로그램에 새 부품을 넣었더니 글을 아주 잘 써요. 그 부품 덕분이라는 생각을 가장 잘 뒷받침하는 결과는 "
        "무엇인가요?"),
        right=Text("O mesmo programa, só sem a peça, escreve bem pior.", "그 부품만 뺀 똑같은 프로그램은 훨씬 못 써요."),
        why=Text("Se tudo o mais é igual, a diferença vem da peça. É para isso que serve um controle.",
                 "나머지가 모두 같다면 차이는 그 부품에서 온 거예요. 그래서 대조 실험을 해요."),
        wrong=(
            Wrong(Text("O programa pode escrever assim por outras razões, com ou sem a peça.",
                       "부품이 없어도, 다른 이유로 잘 쓸 수 있어요."),
                  Text("O programa com a peça acerta mais de 95% das frases.",
                       "그 부품을 넣은 프로그램이 문장의 95% 이상을 맞혀요.")),
            Wrong(Text("De um programa ao outro, muitas coisas mudaram ao mesmo tempo.", "두 프로그램은 다른 점이 너무 많아요."),
                  Text("Ele escreve melhor que o programa de outra equipe.", "다른 팀이 만든 프로그램보다 잘 써요.")),
            Wrong(Text("Uma figura bonita mostra o que a peça faz, e não que isso seja preciso.",
                       "그림은 부품이 하는 일을 보여 줄 뿐, 그 일이 꼭 필요한지는 말해 주지 않아요."),
                  Text("Uma figura mostra a peça ligando as palavras certas.",
                       "그 부품이 알맞은 단어끼리 이어 주는 그림이 있어요.")),
        )),
    Choice("one-of-many-maps", "judge", 1, Text(
        "Um mapa mostra para onde cada palavra de uma frase olha. Alguém examina 144 mapas da mesma frase em um programa e acha "
        "um em que cada palavra aponta justamente para a que explica o seu sentido. O que fazer com esse achado?",
        "문장의 단어가 저마다 어디를 보는지 나타낸 그림이 있어요. 어떤 사람이 한 프로그램에서 같은 문장의 그림 144장을 "
        "살펴보다가, 모든 단어가 자기 뜻을 알려 주는 단어를 꼭 짚는 그림을 한 장 찾았어요. 이 발견을 어떻게 해야 할까요?"),
        right=Text("Testar esse mesmo mapa em frases novas.", "바로 그 그림을 새 문장들에서 시험해 봐요."),
        why=Text("Entre tantos mapas, algum fica bonito por sorte. Se for sorte, nas frases novas o padrão some.",
                 "그림이 많으면 우연히 그럴듯한 것이 나와요. 우연이었다면 새 문장에서는 사라져요."),
        wrong=(
            Wrong(Text("Com 144 tentativas, um acaso desses é de esperar.", "144장이면 그런 우연은 얼마든지 생겨요."),
                  Text("Publicar: um padrão assim não aparece por acaso.", "발표해요: 이런 모양은 우연히 나올 수 없어요.")),
            Wrong(Text("Ele é uma boa hipótese; falta só o teste.", "좋은 가설이에요. 시험만 하면 돼요."),
                  Text("Esquecê-lo: mapas nunca dizem nada de verdade.", "잊어버려요: 그림은 믿을 것이 못 돼요.")),
            Wrong(Text("Escolher mais mapas pela mesma frase só repete o problema.",
                       "같은 문장에서 더 골라 봐야 같은 문제가 되풀이돼요."),
                  Text("Procurar, na mesma frase, outros mapas parecidos.", "같은 문장에서 비슷한 그림을 더 찾아봐요.")),
        )),
    Choice("ninety-percent", "judge", 1, Text(
        "Depois de “A capital da Austrália é”, um programa dá 90% de chance à palavra *Sydney*. (A capital é Camberra.) O que "
        "esses 90% querem dizer?",
        "‘호주의 수도는’ 다음에 어떤 프로그램이 ‘시드니’에 90%의 확률을 줬어요(수도는 캔버라예요). 이 90%는 무엇을 뜻하나요?"),
        right=Text("Que, pelos textos que leu, ele espera essa continuação.",
                   "읽은 글로 미루어 그 단어가 이어질 것으로 본다는 뜻"),
        why=Text("O programa prevê que palavra costuma vir, e não verifica se a frase é verdadeira.",
                 "프로그램은 어떤 단어가 이어질지 예측할 뿐, 맞는 말인지 확인하지 않아요."),
        wrong=(
            Wrong(Text("Ele não conferiu nada fora dos números que aprendeu.", "학습한 수 말고는 아무것도 찾아보지 않아요."),
                  Text("Que ele conferiu a resposta em fontes e quase não tem dúvida.",
                       "자료를 찾아 확인했고 거의 의심이 없다는 뜻")),
            Wrong(Text("A chance é da palavra neste lugar, e não uma nota que mede os acertos dele.",
                       "이 자리에 그 단어가 올 확률이에요. 프로그램의 성적이 아니에요."),
                  Text("Que ele acerta 90% das perguntas de geografia.", "지리 문제의 90%를 맞힌다는 뜻")),
            Wrong(Text("Ele não contou opiniões; ajustou-se a textos, em que *Sydney* e Austrália andam juntas.",
                       "의견을 센 것이 아니에요. 글에서 ‘시드니’와 ‘호주’가 함께 나오는 일이 많았을 뿐이에요."),
                  Text("Que 90% das pessoas acham que a capital é essa.", "사람들의 90%가 그곳이 수도라고 생각한다는 뜻")),
        )),
    Choice("different-each-time", "know", 1, Text(
        "Faz-se a mesma pergunta duas vezes, em conversas novas, a um programa que escreve, e as respostas saem diferentes. Qual "
        "é a razão mais comum?",
        "글을 쓰는 프로그램에게 같은 질문을 새 대화에서 두 번 했더니 답이 서로 달랐어요. 가장 흔한 이유는 무엇인가요?"),
        right=Text("Cada palavra é sorteada conforme as chances calculadas.",
                   "계산한 확률에 따라 단어를 하나씩 뽑기 때문에"),
        why=Text("As chances são as mesmas nas duas vezes; o sorteio é que muda, e cada palavra sorteada leva o texto por outro "
                 "caminho.",
                 "확률은 두 번 다 같아요. 뽑힌 단어가 다를 뿐인데, 그때부터 글이 다른 쪽으로 이어져요."),
        wrong=(
            Wrong(Text("Em uso, os números aprendidos ficam parados; uma conversa não os muda.",
                       "쓰는 동안에는 학습한 수가 그대로예요. 대화 한 번으로 바뀌지 않아요."),
                  Text("Ele aprendeu com a primeira vez em que respondeu.", "처음 대답하면서 새로 배웠기 때문에")),
            Wrong(Text("Ele não tem opinião guardada entre uma conversa e outra.", "대화와 대화 사이에 간직하는 생각이 없어요."),
                  Text("Ele pensou melhor e mudou de opinião.", "다시 생각해 보고 의견을 바꾸었기 때문에")),
            Wrong(Text("Os números são os mesmos para todos; o tempo entre as perguntas não os altera.",
                       "학습한 수는 시간이 지난다고 달라지지 않아요."),
                  Text("Os números aprendidos se gastam um pouco a cada uso.", "쓸 때마다 학습한 수가 조금씩 흐트러지기 때문에")),
        )),
]
