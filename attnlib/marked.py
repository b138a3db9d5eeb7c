"""Sentences of the course's own with marks, to test a real model by (lesson real-model): written for it, in natural language.

    sentences("pt")     36 sentences with their verb, subject, object and adjectives: [Marked, …]
    senses("pt")        8 words with two senses or three, three sentences each: {word: {sense: [sentence, …]}}
    pairs()             30 sentences in both languages, word by word: [Pair, …]
    terms("pt"), twice("pt"), drawn("pt"), drawn_pairs()      terms of two words; a word twice; sentences of attnlib.grammar
    disagreements("pt")     how many marks of the first three a second reader set again, and how many otherwise

The sentences and their marks are the course's own. A second reader for each language, a language model that had not seen these
marks, set them once more: SECOND. Whoever changes a sentence or its marks names it in ONCE, until somebody has marked it again.
"""

import re
from functools import cache
from typing import NamedTuple

import numpy as np

from attnlib import grammar

# sentence | verb subject object | adjective noun, adjective noun
SENTENCES = {"pt": """
A menina comeu uma maçã vermelha. | comeu menina maçã | vermelha maçã
O gato preto bebeu ontem todo o leite. | bebeu gato leite | preto gato
Um menino curioso leu depressa o livro azul. | leu menino livro | curioso menino, azul livro
A professora explicou com calma a nova lição. | explicou professora lição | nova lição
Os alunos sempre fazem perguntas difíceis. | fazem alunos perguntas | difíceis perguntas
Minha avó comprou na feira um vestido branco. | comprou avó vestido | branco vestido
O médico examinou cuidadosamente o paciente idoso. | examinou médico paciente | idoso paciente
Uma mulher alta abriu devagar a porta. | abriu mulher porta | alta mulher
O vizinho simpático vendeu a casa amarela. | vendeu vizinho casa | simpático vizinho, amarela casa
A criança quebrou ontem o brinquedo caro. | quebrou criança brinquedo | caro brinquedo
O pescador viu no rio um enorme peixe. | viu pescador peixe | enorme peixe
As meninas cantaram de novo uma bela canção. | cantaram meninas canção | bela canção
O cozinheiro novo queimou outra vez o arroz. | queimou cozinheiro arroz | novo cozinheiro
Nosso professor de física escreveu um artigo longo. | escreveu professor artigo | longo artigo
A rainha perdeu no jardim a coroa dourada. | perdeu rainha coroa | dourada coroa
O jornal publicou hoje uma notícia falsa. | publicou jornal notícia | falsa notícia
Um homem estranho roubou a bicicleta verde. | roubou homem bicicleta | estranho homem, verde bicicleta
O vento forte derrubou a árvore durante a noite. | derrubou vento árvore | forte vento
A empresa contratou um jovem engenheiro. | contratou empresa engenheiro | jovem engenheiro
Os turistas fotografaram a igreja antiga. | fotografaram turistas igreja | antiga igreja
Meu irmão nunca come sopa muito quente. | come irmão sopa | quente sopa
A chuva repentina molhou as roupas limpas. | molhou chuva roupas | repentina chuva, limpas roupas
O juiz leu em silêncio a longa sentença. | leu juiz sentença | longa sentença
Uma borboleta colorida visitou a flor. | visitou borboleta flor | colorida borboleta
O motorista estacionou o carro pequeno na rua. | estacionou motorista carro | pequeno carro
A cidade construiu sobre o rio uma ponte moderna. | construiu cidade ponte | moderna ponte
O aluno atento copiou a frase inteira. | copiou aluno frase | atento aluno, inteira frase
As formigas carregam as folhas secas. | carregam formigas folhas | secas folhas
O pintor terminou ontem o quadro novo. | terminou pintor quadro | novo quadro
A bibliotecária guardou os livros antigos. | guardou bibliotecária livros | antigos livros
Um elefante cinzento bebeu a água suja. | bebeu elefante água | cinzento elefante, suja água
O padeiro sempre vende um pão delicioso. | vende padeiro pão | delicioso pão
A polícia prendeu hoje de manhã um ladrão perigoso. | prendeu polícia ladrão | perigoso ladrão
O velho rei amava muito a princesa. | amava rei princesa | velho rei
Os cientistas descobriram um planeta distante. | descobriram cientistas planeta | distante planeta
Minha tia plantou no quintal uma roseira amarela. | plantou tia roseira | amarela roseira
""", "ko": """
소년은 빨간 책을 천천히 읽었다. | 읽었다 소년은 책을 | 빨간 책을
작은 검은 고양이가 우유를 마셨다. | 마셨다 고양이가 우유를 | 작은 고양이가, 검은 고양이가
선생님이 어려운 수학 문제를 설명했다. | 설명했다 선생님이 문제를 | 어려운 문제를
할머니가 시장에서 하얀 면 셔츠를 샀다. | 샀다 할머니가 셔츠를 | 하얀 셔츠를
아이는 노란 비닐 우산을 펼쳤다. | 펼쳤다 아이는 우산을 | 노란 우산을
의사가 어린 환자를 정성껏 치료했다. | 치료했다 의사가 환자를 | 어린 환자를
늙은 개가 커다란 뼈를 물었다. | 물었다 개가 뼈를 | 늙은 개가, 커다란 뼈를
학생들이 신나는 노래를 크게 불렀다. | 불렀다 학생들이 노래를 | 신나는 노래를
어머니가 부엌에서 맛있는 국을 끓였다. | 끓였다 어머니가 국을 | 맛있는 국을
경찰이 위험한 도둑을 마침내 잡았다. | 잡았다 경찰이 도둑을 | 위험한 도둑을
친구가 비싼 생일 선물을 보냈다. | 보냈다 친구가 선물을 | 비싼 선물을
화가는 유명한 그림을 몰래 태웠다. | 태웠다 화가는 그림을 | 유명한 그림을
아버지는 아침마다 두꺼운 신문을 읽는다. | 읽는다 아버지는 신문을 | 두꺼운 신문을
강한 바람이 오래된 나무를 쓰러뜨렸다. | 쓰러뜨렸다 바람이 나무를 | 강한 바람이, 오래된 나무를
요리사가 매운 국수를 빨리 만들었다. | 만들었다 요리사가 국수를 | 매운 국수를
기자가 짧은 인터뷰 기사를 썼다. | 썼다 기자가 기사를 | 짧은 기사를
우리는 긴 나무 다리를 건너갔다. | 건너갔다 우리는 다리를 | 긴 다리를
나비가 예쁜 꽃을 찾았다. | 찾았다 나비가 꽃을 | 예쁜 꽃을
젊은 여자가 문을 살짝 열었다. | 열었다 여자가 문을 | 젊은 여자가
회사는 성실한 직원을 많이 뽑았다. | 뽑았다 회사는 직원을 | 성실한 직원을
왕은 아름다운 공주를 사랑했다. | 사랑했다 왕은 공주를 | 아름다운 공주를
농부가 들판에서 무거운 감자 상자를 옮겼다. | 옮겼다 농부가 상자를 | 무거운 상자를
동생이 비싼 장난감을 또 망가뜨렸다. | 망가뜨렸다 동생이 장난감을 | 비싼 장난감을
관광객들이 오래된 시골 성당을 구경했다. | 구경했다 관광객들이 성당을 | 오래된 성당을
과학자들이 먼 행성을 발견했다. | 발견했다 과학자들이 행성을 | 먼 행성을
운전사가 낡은 버스를 갑자기 세웠다. | 세웠다 운전사가 버스를 | 낡은 버스를
소녀는 파란 가죽 가방을 잃어버렸다. | 잃어버렸다 소녀는 가방을 | 파란 가방을
차가운 비가 깨끗한 옷을 적셨다. | 적셨다 비가 옷을 | 차가운 비가, 깨끗한 옷을
판사가 긴 판결문을 조용히 읽었다. | 읽었다 판사가 판결문을 | 긴 판결문을
어부는 바다에서 거대한 물고기를 보았다. | 보았다 어부는 물고기를 | 거대한 물고기를
부지런한 개미들이 마른 잎을 나른다. | 나른다 개미들이 잎을 | 부지런한 개미들이, 마른 잎을
작곡가는 슬픈 사랑 노래를 지었다. | 지었다 작곡가는 노래를 | 슬픈 노래를
언니가 도서관에서 재미있는 소설을 빌렸다. | 빌렸다 언니가 소설을 | 재미있는 소설을
간호사가 뜨거운 물을 얼른 가져왔다. | 가져왔다 간호사가 물을 | 뜨거운 물을
이웃이 노란 중고 자동차를 팔았다. | 팔았다 이웃이 자동차를 | 노란 자동차를
선수들이 무거운 상자를 번쩍 들었다. | 들었다 선수들이 상자를 | 무거운 상자를
"""}

# word | sense | a sentence; the word stands once in each, and the sentences of a sense share no other telling word
SENSES = {"pt": """
banco | dinheiro | O banco aumentou os juros do empréstimo.
banco | dinheiro | Abri uma conta nesse banco para guardar o salário.
banco | dinheiro | O gerente do banco negou o pedido de crédito.
banco | assento | Sentei no banco da praça para descansar.
banco | assento | O velho dormia deitado num banco de madeira.
banco | assento | As crianças pintaram de verde o banco do jardim.
manga | fruta | Chupei uma manga doce depois do almoço.
manga | fruta | O suco de manga estava gelado.
manga | fruta | Caiu uma manga madura daquela árvore.
manga | roupa | A manga da camisa rasgou no cotovelo.
manga | roupa | O alfaiate encurtou a manga do paletó.
manga | roupa | Ele enxugou as lágrimas com a manga do casaco.
vela | cera | Acendi uma vela porque faltou luz.
vela | cera | A chama da vela iluminava o quarto.
vela | cera | No altar da igreja queimava uma vela branca.
vela | barco | O vento encheu a vela do barco.
vela | barco | O marinheiro içou a vela e partiu.
vela | barco | A tempestade rasgou a vela da jangada.
cabo | fio | O cabo do carregador quebrou.
cabo | fio | Preciso de um cabo para ligar a televisão.
cabo | fio | O técnico trocou o cabo da internet.
cabo | militar | O cabo obedeceu ao sargento.
cabo | militar | O soldado foi promovido a cabo no quartel.
cabo | militar | Depois da batalha, o cabo recebeu uma medalha.
pena | ave | O pássaro perdeu uma pena da asa.
pena | ave | A pena do pavão é azul e verde.
pena | ave | Achei uma pena de galinha no chão.
pena | dó | Tenho pena daquele homem tão sozinho.
pena | dó | Que pena que você não veio à festa!
pena | dó | Senti pena do cachorro abandonado na rua.
nota | escola | O aluno tirou nota dez na prova de matemática.
nota | escola | A professora deu uma nota baixa ao trabalho.
nota | escola | Com essa nota ele será reprovado no semestre.
nota | dinheiro | Paguei com uma nota de cem reais.
nota | dinheiro | O caixa desconfiou que a nota era falsa.
nota | dinheiro | Guardei a nota amassada na carteira.
folha | planta | Uma folha seca caiu do galho.
folha | planta | A lagarta comeu a folha da couve.
folha | planta | No outono a folha dessa árvore fica amarela.
folha | papel | Escreva o seu nome nesta folha.
folha | papel | A impressora puxou mais uma folha em branco.
folha | papel | Arranquei uma folha do caderno para desenhar.
planta | vegetal | Reguei a planta da varanda hoje cedo.
planta | vegetal | Essa planta precisa de sol e de adubo.
planta | vegetal | A planta cresceu e deu flores lindas.
planta | projeto | O arquiteto desenhou a planta da casa.
planta | projeto | Na planta do apartamento há dois quartos.
planta | projeto | O engenheiro corrigiu a planta do edifício.
""", "ko": """
배 | 과일 | 시장에서 달콤한 배를 샀다.
배 | 과일 | 할머니가 배를 깎아 접시에 담았다.
배 | 과일 | 과수원에서 잘 익은 배를 땄다.
배 | 탈것 | 항구에서 배를 타고 섬으로 갔다.
배 | 탈것 | 어부가 배를 몰고 바다로 나갔다.
배 | 탈것 | 태풍 때문에 선장이 배를 멈추었다.
배 | 몸 | 실컷 먹고 나서 배를 두드렸다.
배 | 몸 | 아이가 아프다며 배를 움켜쥐었다.
배 | 몸 | 의사가 환자의 배를 눌러 보았다.
눈 | 몸 | 그 아이는 눈이 크고 예쁘다.
눈 | 몸 | 책을 오래 읽어서 눈이 피곤하다.
눈 | 몸 | 안경을 벗으면 눈이 잘 안 보인다.
눈 | 날씨 | 겨울 산에 눈이 하얗게 쌓였다.
눈 | 날씨 | 밤새 눈이 내려서 길이 미끄럽다.
눈 | 날씨 | 추운 날 하늘에서 눈이 펑펑 온다.
밤 | 시간 | 어두운 밤에 별이 빛난다.
밤 | 시간 | 그는 낮에 자고 밤에 일한다.
밤 | 시간 | 모두 잠든 밤에 혼자 집에 돌아왔다.
밤 | 열매 | 노점 상인이 밤을 숯불에 구웠다.
밤 | 열매 | 가을에 산에서 밤을 주웠다.
밤 | 열매 | 다람쥐가 밤을 까서 먹는다.
말 | 동물 | 기수가 말을 타고 달렸다.
말 | 동물 | 목장에서 말을 열 마리 기른다.
말 | 동물 | 농부가 말을 마구간에 묶었다.
말 | 언어 | 선생님이 조용히 말을 꺼냈다.
말 | 언어 | 친구가 나에게 심한 말을 했다.
말 | 언어 | 아기가 처음으로 말을 배웠다.
다리 | 몸 | 운동을 많이 해서 다리가 아프다.
다리 | 몸 | 스키를 타다 넘어져서 다리가 부러졌다.
다리 | 몸 | 그 모델은 다리가 길고 날씬하다.
다리 | 건축 | 강 위에 새 다리가 놓였다.
다리 | 건축 | 홍수로 마을의 다리가 무너졌다.
다리 | 건축 | 섬과 육지를 잇는 다리가 완공되었다.
차 | 탈것 | 아버지는 새 차를 운전하신다.
차 | 탈것 | 주차장에 차를 세웠다.
차 | 탈것 | 고속도로에서 차를 빨리 몰았다.
차 | 음료 | 따뜻한 차를 한 잔 마셨다.
차 | 음료 | 손님에게 향긋한 차를 대접했다.
차 | 음료 | 주전자에 차를 끓였다.
사과 | 과일 | 빨간 사과를 한 입 베어 물었다.
사과 | 과일 | 나무에 올라가 사과를 땄다.
사과 | 과일 | 바구니에 사과를 가득 담았다.
사과 | 용서 | 친구에게 진심으로 사과를 했다.
사과 | 용서 | 그는 잘못을 인정하고 사과를 전했다.
사과 | 용서 | 피해자는 회사의 사과를 받아들였다.
은행 | 돈 | 은행에서 돈을 찾았다.
은행 | 돈 | 월급이 들어오면 은행에 저축한다.
은행 | 돈 | 대출을 받으려고 은행을 방문했다.
은행 | 열매 | 가을이면 길가에 은행이 떨어져 냄새가 난다.
은행 | 열매 | 노랗게 익은 은행을 주워서 구웠다.
은행 | 열매 | 꼬치에 은행을 꽂아 볶았다.
"""}
NEUTRAL = {"pt": "coisa", "ko": "것"}   # what stands in a word's place when only its context is to speak
AFTER_A_CONSONANT = {"를": "을", "가": "이", "는": "은"}   # 배를, but 것을

# Portuguese | Korean | links from Korean to Portuguese words, by their places: 0-1 sure, 0?0 possible (articles, prepositions)
PAIRS = """
O gato está no tapete | 고양이가 양탄자 위에 있다 | 0-1 0?0 1-4 2-3 3-2
Eu comi uma maçã | 나는 사과를 먹었다 | 0-0 1-3 1?2 2-1
A menina leu um livro interessante ontem | 소녀는 어제 재미있는 책을 읽었다 | 0-1 0?0 1-6 2-5 3-4 3?3 4-2
Meu pai trabalha no hospital | 우리 아버지는 병원에서 일하신다 | 0-0 1-1 2-4 2?3 3-2
A água do rio é fria | 강물은 차갑다 | 0-1 0-3 0?0 0?2 1-5 1?4
O professor ensina matemática aos alunos | 선생님은 학생들에게 수학을 가르친다 | 0-1 0?0 1-5 1?4 2-3 3-2
Nós vamos à praia no verão | 우리는 여름에 해변에 간다 | 0-0 1-5 1?4 2-3 2?2 3-1
O trem para Seul parte às oito horas | 서울행 기차는 여덟 시에 출발한다 | 0-3 0?2 1-1 1?0 2-6 2?5 3-7 3?5 4-4
Minha irmã gosta de música clássica | 내 여동생은 클래식 음악을 좋아한다 | 0-0 1-1 2-5 3-4 3?3 4-2
A neve cobriu as montanhas altas | 눈이 높은 산들을 덮었다 | 0-1 0?0 1-5 2-4 2?3 3-2
O médico examinou o paciente com cuidado | 의사는 환자를 조심스럽게 진찰했다 | 0-1 0?0 1-4 1?3 2-6 2?5 3-2
As crianças brincam no parque | 아이들이 공원에서 놀고 있다 | 0-1 0?0 1-4 1?3 2-2 3?2
Ela bebe café todas as manhãs | 그녀는 매일 아침 커피를 마신다 | 0-0 1-3 1?4 2-5 2?4 3-2 4-1
O cachorro preto dorme debaixo da mesa | 검은 개가 탁자 밑에서 잔다 | 0-2 1-1 1?0 2-6 2?5 3-4 3?5 4-3
O banco fecha às quatro da tarde | 은행은 오후 네 시에 문을 닫는다 | 0-1 0?0 1-6 1?5 2-4 3?4 3?3 4?2 5-2
A cidade é grande e bonita | 도시는 크고 아름답다 | 0-1 0?0 1-3 1?2 1?4 2-5
Meu amigo coreano fala português muito bem | 내 한국인 친구는 포르투갈어를 아주 잘한다 | 0-0 1-2 2-1 3-4 4-5 5-3 5-6
O rei perdeu a guerra contra o inimigo | 왕은 적과의 전쟁에서 졌다 | 0-1 0?0 1-7 1?5 1?6 2-4 2?3 3-2
A lua brilha no céu escuro | 달이 어두운 하늘에서 빛난다 | 0-1 0?0 1-5 2-4 2?3 3-2
Comprei dois ingressos para o cinema | 나는 영화표 두 장을 샀다 | 0?0 1-2 1-5 1?3 1?4 2-1 3?2 4-0
O carro vermelho parou diante da casa | 빨간 자동차가 집 앞에 멈췄다 | 0-2 1-1 1?0 2-6 2?5 3-4 3?5 4-3
A atenção ajuda o modelo a traduzir frases | 어텐션은 모델이 문장을 번역하도록 돕는다 | 0-1 0?0 1-4 1?3 2-7 3-6 3?5 4-2
Os estudantes escrevem cartas para a família | 학생들은 가족에게 편지를 쓴다 | 0-1 0?0 1-6 1?5 1?4 2-3 3-2
Choveu muito ontem à noite | 어젯밤에 비가 많이 왔다 | 0-4 0-2 0?3 1-0 2-1 3-0
O avião chegou atrasado ao aeroporto | 비행기가 공항에 늦게 도착했다 | 0-1 0?0 1-5 1?4 2-3 3-2
Ninguém sabe a resposta para essa pergunta | 아무도 그 질문의 답을 모른다 | 0-0 1-5 2-6 2?4 3-3 3?2 4-1 4?0
A avó contou uma história triste aos netos | 할머니가 손주들에게 슬픈 이야기를 들려주었다 | 0-1 0?0 1-7 1?6 2-5 3-4 3?3 4-2
O vento forte derrubou a árvore velha | 강한 바람이 늙은 나무를 쓰러뜨렸다 | 0-2 1-1 1?0 2-6 3-5 3?4 4-3
Este relógio é mais caro que aquele | 이 시계는 저것보다 더 비싸다 | 0-0 1-1 2-6 2?5 3-3 4-4 4?2
O governo construiu uma ponte nova sobre o mar | 정부는 바다 위에 새 다리를 건설했다 | 0-1 0?0 1-8 1?7 2-6 3-5 4-4 4?3 5-2
"""

# Where the second reader of a language marked otherwise, and nowhere else: kind | sentence | marked here | marked by that reader
# A kind is a relation, sense, or links; of links only those that differ stand here, as in PAIRS.
SECOND = {"pt": """
links | O gato está no tapete | | 1?3
links | O trem para Seul parte às oito horas | 2?5 |
links | Minha irmã gosta de música clássica | 3?3 | 4?3
links | O banco fecha às quatro da tarde | 3?4 |
links | A cidade é grande e bonita | | 2?2
links | Choveu muito ontem à noite | 3-0 | 3?0
links | O governo construiu uma ponte nova sobre o mar | | 2?7
""", "ko": """
links | O gato está no tapete | | 1?3
links | O trem para Seul parte às oito horas | 2?5 |
links | Minha irmã gosta de música clássica | | 4?3
links | O banco fecha às quatro da tarde | 3?4 |
links | A cidade é grande e bonita | | 2?2
links | Choveu muito ontem à noite | 3-0 | 3?0
"""}

# What the second reader found odd and has other marked words since (pairs by their Portuguese): not compared. Sentences that were
# reworded around their marked words count as marked twice.
ONCE = """
O pintor terminou ontem o quadro novo.
의사가 어린 환자를 정성껏 치료했다.
우리는 긴 나무 다리를 건너갔다.
A água do rio é fria
Meu amigo coreano fala português muito bem
Comprei dois ingressos para o cinema
Ninguém sabe a resposta para essa pergunta
"""


# a sentence | two of its words that make one term, side by side
TERMS = {"pt": """
Scoras é uma empresa que cria Agentes de Inteligência Artificial | Inteligência Artificial
O aquecimento global preocupa os cientistas do mundo inteiro | aquecimento global
A rede neural aprendeu a ler textos antigos em poucos dias | rede neural
O pão francês acabou cedo na padaria da minha rua | pão francês
O cartão postal chegou de Lisboa depois de duas semanas | cartão postal
A classe média paga muitos impostos no nosso país | classe média
Ela estuda o sistema solar desde que ganhou um telescópio | sistema solar
""", "ko": """
스코라스는 인공 지능 에이전트를 만드는 회사이다 | 인공 지능
어머니는 전기 밥솥에 쌀을 넣고 기다렸다 | 전기 밥솥에
그 회사는 자연 언어를 이해하는 기계를 만든다 | 자연 언어를
우리는 지구 온난화를 막으려고 함께 노력한다 | 지구 온난화를
친구가 고속 열차를 타고 부산으로 떠났다 | 고속 열차를
형은 국제 공항에서 오래 기다리고 있었다 | 국제 공항에서
누나는 초등 학교에서 아이들을 가르치고 있다 | 초등 학교에서
"""}

# what the two are | a sentence in which a word stands twice
TWICE = {"pt": """
banco | dois sentidos | O banco da praça estava sujo, então fui ao banco sacar dinheiro.
banco | um sentido só | O banco da praça estava sujo, então fui ao banco limpar a madeira.
gato | um sentido só | O gato da praça estava sujo, então fui ao gato dar comida.
""", "ko": """
배 | 두 가지 뜻 | 배를 먹고 나서 배를 타고 섬으로 갔다.
배 | 한 가지 뜻 | 배를 먹고 나서 배를 또 깎아 먹었다.
책 | 한 가지 뜻 | 책을 읽고 나서 책을 들고 집으로 갔다.
"""}


class Marked(NamedTuple):
    words: list   # the sentence's words, its last full stop one of them
    links: dict   # relation → [(from, to), …], places of words: adjective-noun, verb-object, subject-verb


class Pair(NamedTuple):
    portuguese: list
    korean: list
    sure: frozenset       # (place of a Korean word, place of a Portuguese word)
    possible: frozenset   # sure ones included


RELATIONS = ("adjective-noun", "verb-object", "subject-verb")


def words_of(sentence):
    """A sentence's words; its last mark is a word of its own."""
    words = sentence.split()
    return [*words[:-1], words[-1][:-1], words[-1][-1]] if words and words[-1][-1] in ".!?" and len(words[-1]) > 1 else words


@cache
def sentences(language):
    """The marked sentences of "pt" or "ko", in the order in which they stand."""
    return [_marked(*(part.strip() for part in line.split("|"))) for line in SENTENCES[language].strip().splitlines()]


def _marked(sentence, clause, phrases):
    words = words_of(sentence)
    verb, subject, direct = map(words.index, clause.split())
    described = [tuple(map(words.index, phrase.split())) for phrase in phrases.split(",")]
    return Marked(words, {"adjective-noun": described, "verb-object": [(verb, direct)], "subject-verb": [(subject, verb)]})


@cache
def senses(language):
    """{word: {sense: [sentence, …]}} of "pt" or "ko"."""
    found = {}
    for line in SENSES[language].strip().splitlines():
        word, sense, sentence = (part.strip() for part in line.split("|"))
        found.setdefault(word, {}).setdefault(sense, []).append(sentence)
    return found


def neutral(language, sentence, word):
    """The sentence with a word of no sense of its own in the word's place: `coisa`, `것`."""
    start = place(sentence, word)
    before, after = sentence[:start], sentence[start + len(word):]
    if language == "ko":
        after = AFTER_A_CONSONANT.get(after[0], after[0]) + after[1:]
    return before + NEUTRAL[language] + after


def place(sentence, word, which=0):
    """Where a word begins: as a word of its own in Portuguese, at the head of one in Korean (배 in 배를)."""
    tail = "" if re.search("[가-힣]", word) else r"\b"
    found = [match.start() for match in re.finditer(rf"\b{re.escape(word)}{tail}", sentence)]
    if which >= len(found):
        raise ValueError(f"{word!r} stands {len(found)} times in {sentence!r}, and number {which} was asked for")
    return found[which]


@cache
def pairs():
    """The sentences that stand in both languages, with the links between their words."""
    found = []
    for line in PAIRS.strip().splitlines():
        portuguese, korean, marks = (part.split() for part in line.split("|"))
        sure, possible = _links(marks)
        found.append(Pair(portuguese, korean, sure, sure | possible))
    return found


def _links(marks):
    """The places of sure links and of possible ones."""
    return (frozenset(tuple(map(int, mark.split(sign))) for mark in marks if sign in mark) for sign in "-?")


def second(language):
    """[(what is marked, the sentence, its mark here, the second reader's), …]: only where the two differ."""
    return [tuple(part.strip() for part in line.split("|")) for line in SECOND[language].strip().splitlines()]


def linked_twice(language):
    """The pairs that were linked twice, as they are linked here, and as the second reader of `language` linked them."""
    otherwise = {sentence: (here.split(), there.split()) for kind, sentence, here, there in second(language) if kind == "links"}
    pairs_twice = [pair for pair in pairs() if " ".join(pair.portuguese) not in ONCE.splitlines()]
    return pairs_twice, [_linked_again(pair, *otherwise.get(" ".join(pair.portuguese), ((), ()))) for pair in pairs_twice]


def _linked_again(pair, here, there):
    (no_more, no_longer_possible), (sure, possible) = _links(here), _links(there)
    surely = pair.sure - no_more | sure
    return Pair(pair.portuguese, pair.korean, surely, pair.possible - pair.sure - no_longer_possible | possible | surely)


def disagreements(language):
    """For each kind of mark [how many were set twice, how many of them differ, the share that is equal, sentences left out].

    A link between two languages is compared where either reader has it. Left out are the sentences of ONCE.
    """
    otherwise = [kind for kind, *_ in second(language)]
    once = [words_of(sentence) for sentence in ONCE.strip().splitlines()]
    again = [sentence for sentence in sentences(language) if sentence.words not in once]
    said = [words_of(sentence) for of in senses(language).values() for one in of.values() for sentence in one]
    counts = {}
    for relation in reversed(RELATIONS):
        marks = sum(len(sentence.links[relation]) for sentence in again)
        counts[relation] = _counted(marks, otherwise.count(relation), len(sentences(language)) - len(again))
    in_sense = sum(words not in once for words in said)
    counts["sense"] = _counted(in_sense, otherwise.count("sense"), len(said) - in_sense)
    both = list(zip(*linked_twice(language), strict=True))
    for kind, of in (("sure", lambda pair: pair.sure), ("possible", lambda pair: pair.possible - pair.sure)):
        either, one = (sum(len(join(of(here), of(there))) for here, there in both)
                       for join in (frozenset.union, frozenset.symmetric_difference))
        counts[kind] = _counted(either, one, len(pairs()) - len(both))
    return counts


def _counted(marks, differ, left_out):
    return np.array([marks, differ, 1 - differ / marks, left_out], dtype=object)   # counts stay whole numbers


class Term(NamedTuple):
    words: list
    name: str   # its two words


@cache
def terms(language):
    """The terms of two words, each in its sentence."""
    lines = [line.split("|") for line in TERMS[language].strip().splitlines()]
    return [Term(sentence.split(), name.strip()) for sentence, name in lines]


def twice(language):
    """[(word, what its two occurrences are, sentence), …]"""
    return [tuple(part.strip() for part in line.split("|")) for line in TWICE[language].strip().splitlines()]


@cache
def drawn(language, count=30, seed=7):
    """Sentences of attnlib.grammar with an adjective on both nouns: the same in both languages, and marked by their slots."""
    clauses = dict(zip(("pt", "ko"), grammar._clauses()[:2], strict=True))
    return [_drawn(language, clauses[language][row]) for row in _two_adjectives(count, seed)]


def _two_adjectives(count, seed):
    portuguese, slots = grammar._clauses()[0], list(grammar.PORTUGUESE_SLOTS)
    both = np.flatnonzero((portuguese[:, slots.index("adjective")] > 0) & (portuguese[:, slots.index("object adjective")] > 0))
    return np.random.default_rng(seed).choice(both, count, replace=False)


@cache
def drawn_pairs(count=30, seed=7):
    """The sentences of `drawn` in both languages, with the links of attnlib.grammar."""
    batch = grammar.sentences(_two_adjectives(count, seed)[:, None])
    particles = {form for forms in grammar.PARTICLES.values() for form in forms}
    return [_pair(grammar.words(batch.source[i], grammar.PORTUGUESE), grammar.words(batch.target[i], grammar.KOREAN), particles,
                  batch.sure[i], batch.possible[i]) for i in range(count)]


def _pair(portuguese, korean, particles, sure, possible):
    words, owner = [], []
    for word in korean:
        if word in particles and words:
            words[-1] += word   # written as one word with its noun, and linked as one
        else:
            words.append(word)
        owner.append(len(words) - 1)


    def places(links):
        return frozenset((owner[k], int(j)) for k, j in zip(*np.nonzero(links), strict=True))

    return Pair([portuguese[0].capitalize(), *portuguese[1:]], words, places(sure), places(possible))


def _drawn(language, clause):
    slots, vocabulary = ((grammar.PORTUGUESE_SLOTS, grammar.PORTUGUESE) if language == "pt"
                         else (grammar.KOREAN_SLOTS, grammar.KOREAN))
    names, words = [], []
    for slot, number in zip(slots, clause, strict=True):
        if number and slot.endswith("particle"):
            words[-1] += vocabulary[number]   # written as one word with its noun
        elif number:
            names.append(slot)
            words.append(vocabulary[number])
    words = [words[0].capitalize(), *words[1:], "."]
    places = {name: place for place, name in enumerate(names)}
    return Marked(words, {
        "adjective-noun": [(places["adjective"], places["subject"]), (places["object adjective"], places["object"])],
        "verb-object": [(places["verb"], places["object"])], "subject-verb": [(places["subject"], places["verb"])]})
