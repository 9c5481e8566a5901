import type { Language } from "../language.ts";

export const portuguese: Language = {
  tag: "pt",
  words: `
common: o, a, os, as, um, uma, de, do, da, dos, das, e, ou, é, são, eu, você, vocês, nós, ele, ela, seu, sua, seus,
  suas, teu, tua, meu, minha, nosso, nossa, este, esta, isto, esse, essa, isso, que, qual, quais, para, por, não, mais,
  em, no, na, nos, nas, com, sem, ao, à, pelo, pela, foi, obrigado, obrigada, olá, se, aqui, tudo, muito, pode, poderia,
  favor, conta, me, te, lhe, mas, como, já, agora, está, tem, há, então, também, quem
i: eu
we: nós, a gente
you: você, vocês, tu, te, lhe, senhor, senhora, vc, cê, si
your: seu, sua, seus, suas, teu, tua, teus, tuas
me: me, nos, mim, comigo, conosco, connosco, para mim, pra mim, para nós, pra gente
my: meu, minha, meus, minhas, nosso, nossa, nossos, nossas
he: ele, ela, eles, elas, o cara, esse homem
someone: alguém, quem, qualquer um, outros, desconhecid*, terceiros, estranhos
nobody: ninguém, nenhum, nenhum agente
it: o, a, isso, isto, esse, essa, dele, dela, ele, la, lo
not: não, nem, tampouco, nenhum, nenhuma, n
never: nunca, jamais, em hipótese, de forma alguma, nem pensar
nothing: nada, desnecessário, não precisa, não preciso, não é preciso, não precisamos
without: sem, senão, caso contrário, enquanto não, até, a menos
only: só, somente, apenas, unicamente, basta
please: por favor, por gentileza, faz favor, gentilmente, queira, pfv, tenha a gentileza, se faz favor, podia
canyou: pode, podes, poderia, consegue, importa se, posso, podemos, você me, me passa, me diz, me fala, cê me, podia,
  pode me, que tal, vamos, bora
must: deve, deverá, tem que, tem de, terá de, terão de, precisa, precisam, necessário, obrigatóri*, exigid*, é preciso,
  há de
ineed: preciso, precisamos, quero, queria, gostaria, me falta, falta, faltam, vou precisar, necessito, aguardo,
  fico à espera, peço, era bom, preciso da, preciso do, seria bom
need: precis*, quer*, falta, necess*
thanks: obrigad*, desculpe, ótimo, perfeito, muito bem, fez bem, parabéns, que bom, lamento
willdo: vou, vamos, enviei, enviamos, posso, consigo, já enviei, vi que, mandei
sothat: para eu, pra eu, para que eu, que eu, assim eu, e eu, e me, da minha parte, do nosso lado, no seu lugar,
  por você, que já, pra vc, pra você, só enquanto eu, enquanto eu, para recriarmos, para registar, eu já, eu libero,
  eu destravo, pra resolver
send: envi*, mand*, reencaminh*, encaminh*, dar, me dá, forneç*, fornec*, partilh*, compartilh*, entreg*, comuniq*,
  inform*, anex*, revel*, me dê, dê me, dá me, passe, passa, passar, passem, passe me, me passa, me passe, faç* chegar,
  larg*, deix* aqui, repass*, solta aí, joga aqui, por fax
tell: diz*, dizer, qual é, qual, indiqu*, confirm*, conta pra, diga*, diz, digo, digam, fale*, fala*, falar, falou,
  conte, contar, conta para, me conta, me conte, o que dizia, o que diz, o que está escrito, o que veio, revel*,
  mencion*, dite*, conta aí
read: leia, ler, lê, lidas, lida, dit*, soletr*, repit*, repet*, em voz alta, uma por uma
show: mostr*, foto*, fotograf*, print, captura*, scan, film*, vídeo, câmera, digitaliz*, espelh*, print*, captur*,
  na frente da câmera
type: digit*, escrev*, introduz*, insir*, inser*, anot*, preench*, coloc*, tecl*, ponh*
paste: copi*, anex*, carreg*, sub*, cole*, cola, colar, colad*
reply: respond*, resposta
press: apert*, toq*, toc*, cliq*, clic*, carreg* em, press*, escolh*, selecion*, encost*, dedo
approve: aprov*, aceit*, autoriz*, permit*, confirm*, sim sou eu, sou eu, reconheço, liber*, valid*, confiáve*, de
  confiança, confiar
reject: rejeit*, recus*, deslig*, não fui eu, negu*
install: instal*, baix*, descarreg*, execut*
uninstall: desinstal*, remova o anydesk
open: abr*, vá a, visit*, inici*, entre, entra, entrar, entrem, acesso, acesse*, acessar*
connect: control*, assum*, conect*, remot*, olhar a sua, mexer no seu, ver a sua tela
turnoff: desativ*, deslig*, remov*, retir*, tir*, desabilit*, suspend*, desbloque*, destrav*, pul*, off,
  deixe .. descansar, paus*
turnon: ativ*, lig*, reativ*, habilit*, ativo, ativa, ligado, ligada
remove: remov*, exclu*, apag*, tir*, elimin*, desvincul*, retir*
add: adicion*, cadastr*, inclu*, regist*, acrescent*, whitelist, salv*
raise: aument*, sub*, elev*, reduz*, encurt*, diminu*, baix*, zero, máximo, mínimo, baixe o nível, baixa o nível,
  reduza, ao máximo
ignore: ignor*, feche o aviso, pode fechar, desconsider*, não ligue, não se preocupe
lie: diga ao banco, se o banco, responda não, fica entre nós, não mencione, banco ligar, banco perguntar, diga que é,
  diga que comprou, ninguém pediu, setor de fraude
change: mud*, alter*, troc*, troqu*, substitu*, atualiz*, nov*
reset: redefin*, esquec*, recuper*, restaur*, reset*
create: cri*, escolh*, ger*, invent*, defin*
keep: guard*, papel, gaveta, seguro, segredo, longe, conserv*, mantenh*
protect: proteg*, proteção, segurança, contra
check: verifi*, confir*, olh*, consult*, veja, chec*, comparar*, compare*, compara, comparo
wait: aguard*, esper*, expir*, vale, minutos, horas, segundos, dias, até, segunda, terça, quarta, quinta, sexta,
  é válido, é válida, válido por, validade
try: tent*, de novo, novamente, outra vez, peça outro, pedir outro, solicit*
lockacct: bloque*, congel*
describe: descrev*, expli*, conte, o que aconteceu, por escrito
fresh: novo, nova, outro, nov*, outr*
password: senha*, palavra passe, palavras passe, credenciais, pin, password, dados de acesso, palavra secreta
username: usuário*, utilizador*, login, adesão, nome de usuário, apelido, alcunha
code: código*, codigo*, otp, token*, dígitos, algarismos, números, itoken
sms: sms, torpedo, mensagem
auth: autenticador*, authenticator, authy, 2fa, dois fatores, duas etapas, duplo fator, chave de configuração
backup: código* de backup, código* de recuperação, código* de reserva
qr: qr
seed: seed*, frase*, semente, doze palavras, 24 palavras, 12 palavras, folha de recuperação
word: palavra*
privkey: chave privada, keystore, chaves privadas
wallet: carteira*, wallet*, ledger, trezor, metamask
address: endereço*, pra onde, para onde
master: mestra*, cofre*, kit de emergência, emergency kit, secret key, palavra passe principal, master
device: dispositivo*, aparelho*, equipamento*, computador, celular*, telemóvel, navegador, tablet, pc, telefone
devmail: novo dispositivo, novo aparelho, aparelho novo, novo acesso, link de aprovação, autorização de aparelho,
  autorização do equipamento, reconheço este
link: link*, ligação, url, botão
mail: email*, mail*, caixa de entrada, correio
screen: tela*, ecrã*, zoom, meet, vídeo chamada, chamada de vídeo
remotetool: anydesk, teamviewer, rustdesk, aplicativo de suporte, programa*, software, apk, remoto, remotas, script,
  extensão, ferramenta
page: página, site, formulário, campo, caixa, app, aplicativo, configurações, definições, perfil
ownpage: nosso site, nossa página, página de login, tela de login, em segurança, no app, no aplicativo, definições,
  oficial, você mesmo
limit: limite*
lock: bloqueio*
waiting: espera, carência, prazo, 24 horas, 48 horas, 24h
warning: aviso*, alerta*, antivírus, firewall, golpe
whitelist: lista branca, favoritos, beneficiário*, destinatário*, confiança, lista de aparelhos,
  lista de destinos, endereços permitidos
prompt: notificação*, pedido, solicitação, push, yubikey, relógio, piscar, chave de segurança
number: número*, dígito*, algarismo*, caracteres, letras
first: primeir*, últim*, segund*, terceir*, quart*, metade, próxim*, um dos, uma das
now: agora, já, rápido, rapidinho, logo, imediat*, assim que, neste instante
past: foi, foram, era, ontem, tinha, já, chegou a
did: mudou, digitou, aprovou, recebeu, enviou, informou, chegou, deu, instalou, alterad*, removid*, clicou
here: aqui, abaixo, no chat, chat, cá, aí, neste chat, ticket
away: telegram, whatsapp, zap, signal, gmail, google, <link>, <mail>, <handle>
scammer: golpist*, ladrão, ladrões, burl*, frau*, criminos*, invasor*, impostor*, hacker*, falso*, falsa*, vigarista*
says: disse, diz, pediu, pede, mandou, queria, dizer, costuma
staff: agente*, suporte, colega*, técnico*, equipe, equipa, atendente*, funcionári*, auditor
if: se, caso
when: quando, ao, após, depois, antes, enquanto, assim que, sempre que
why: por que, porque, como, por isso, por causa
what: qual, quais, que, o que, com que
question: você, o senhor, tem, está, foi
ask: ped*, pergunt*, solicit*
txid: transação, hash, protocolo, reserva, comprovante, fatura, pedido, nota fiscal, referência
error: erro*, mensagem de erro
public: públic*, id da conta, código de cliente
other: cep, código postal, promocional, cupom, desconto, swift, iban, código de erro, rastreio
amount: valor, data, quanto, horário, rede, banco, moeda
money: estorno, reembolso, transferência*, pagamento*, dinheiro, saldo, depósito*, saque*, levantamento, bitcoin, pix
problem: problema*, atraso*, instabilidade, falha, relógio, automátic*
sorry: desculpe, infelizmente, lamento, pena
enough: basta, suficiente, chega, serve, resolve, já basta
proof: verificação, identidade, prova, titularidade, protocolo, procedimento, validar, confirmar
signin: utilizador, número de adesão, nº de adesão, adesão, apelido de acesso, alias, login, nick, primeiro campo,
  caixa de cima, campo de cima, nome de acesso, código de utilizador, id de acesso, usuário, nome .. entra|acessa|loga
secret: palavra passe*, palavrapasse, senha*, segundo campo, campo de baixo, caixa de baixo, pin de acesso,
  código de acesso, palavra secreta, pergunta secreta|de segurança, resposta secreta, nome de solteira, password
factor: token*, tokenzinho, itoken, torpedo, algarismo*, códigos de recuperação|backup|reserva, qr, seis números,
  6 números, 6 dígitos, números, código temporário, código de uso único, chave de configuração, chave secreta,
  numerozinho, otp, sms, cartão matriz
newdevice: email|mensagem|mail .. dispositivo, email|mensagem|mail .. aparelho, email|mensagem|mail .. equipamento,
  email|mensagem|mail .. acesso, novo dispositivo, novo aparelho, novo equipamento, aparelho novo,
  reconheço este acesso, não fui eu, autorização de aparelho|dispositivo|equipamento,
  autorização do equipamento|aparelho|dispositivo, email de autorização, tentou acessar, novo início de sessão
coinsecret: frase semente, semente, palavras, doze palavras, 12 palavras, 24 palavras, seed*, chave privada,
  folha de recuperação, placa, placa de aço, caderno, lista de palavras, keystore*, ficheiro keystore, arquivo keystore,
  endereço da carteira, endereço de saque|levantamento, carteira*, quarta palavra, última palavra, primeira palavra,
  backup é em papel, endereço, plaquinha
vaultkey: senha mestra, chave mestra, palavra passe principal, cofre, kit de emergência, emergency kit, secret key,
  master password, senha principal, 1password, bitwarden, palavra passe mestra
protection: 2fa, dois fatores, duas etapas, duplo fator, limite*, bloqueio*, espera, carência, 24h, 72h, 24 horas, 48
  horas, 72 horas, aviso*, aviso de golpe, alerta*, lista branca, favoritos, beneficiário*, destinatário*,
  favorecido*, dispositivos, aparelhos, lista de aparelhos, celular antigo, telemóvel antigo, fontes desconhecidas,
  antivírus, o banco perguntar, se o banco, nível de segurança, nível de proteção, trava de saque*, e mails de acesso,
  a espera
remotely: tela, ecrã, tela do app, espelhe a tela, câmera, chamada de vídeo, videochamada, meet, zoom, teams,
  aplicativo de suporte, programinha, apk, extensão, script, powershell, terminal, grave a tela, gravar, vídeo, rato,
  mouse, computador, pc, controlo, controle, acessibilidade, rustdesk, administrador, acesso remoto, espelh*,
  espelhamento, número da sessão, ajuda remota, assistência rápida
nod: relógio, duo, botão verde, sim sou eu, sou eu, yubikey, notificação*, pedido, piscar
criminal: invasor*, vigarista*, burlão, burlões, bandido*, esse homem, o cara, ele mandou, ele pediu, falso funcionário,
  falsári*
yes: sim, claro, com certeza, isso mesmo, tá bom, lógico, claro que sim, pode sim
awhile: um momento, um instante, um minuto, minutinho*, um bocado, por enquanto, temporári*, provisóri*, enquanto,
  entretanto, dez minutos, cinco minutos, uma hora, até amanhã, depois volta*, depois liga*, depois recoloca*,
  esta noite, durante, rapidinho
thistime: desta vez, dessa vez, hoje, exceção, excepcional*, excecional*, caso especial, normalmente, geralmente,
  por norma, mas, porém, contudo, só hoje, por sorte
reported: report*, denunci*, inform*, roubad*, furtad*, perdid*, perdeu, extraviad*, vendid*, comunicad*
unknown: desconhecid*, não reconhec*, não conhec*, suspeit*, não é seu, não é sua, estranh*
passkey: passkey*, chave de acesso, chaves de acesso, chave de segurança, chave física, yubikey*, chavinha, digital,
  impressão digital, biometr*, face id, chave usb
listing: lista, listas, listagem, entrada
see: ver, vejo, vê, veja, vemos, visto, viu, olha*, olhe*, olhad*, espreit*, espiar
paper: papel*, folha*, cartão*, cartãozinho, placa*, aço, metal*, impress*, imprim*, envelope*, gaveta*, caderno*, nota,
  bilhete*
file: arquivo*, ficheiro*, json, pdf, pasta*, export*, zip, anexo
knob: interruptor*, caixa*, caixinha*, marque*, desmarque*, desmarca*, botão deslizante, menu*, opção, opções,
  separador*, aba*, cadeado*, definições, configuração, configurações, ajuste*
extreme: zero, zere*, zera*, máximo*, teto, milhão, nada, nenhum*, mínimo*, mais alto, ilimitad*,
  qualquer endereço, qualquer destino, todos os endereços, básico, básica
old: velh*, antig*, anterior*, atual*, últim*
bank: banco*, polícia, finanças, agência*, balcão, receita
account: conta*, perfil*, saldo*, cadastro
pretext: sistema*, servidor*, migração, técnic*, teste*, testo, auditor*, verificação, análise, sincroniz*, conserto,
  reparação, manutenção, atualização, do meu lado, do nosso lado, daqui, por aqui, formulário*, desbloque*, processo*,
  cruzamento*, validar*, resolvo, estorno*, ficha, central
byitself: sozinh*, automátic*, por si
whereto: onde, aonde, para onde, pra onde, destino, qual delas, qual dos
count: dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, doze, vinte, trinta, ambos, ambas, par
still: ainda, continua*, de novo, novamente, outra vez
ends: começa*, começo, início, acaba*, termina*, iniciais, final, fim
reassure: entre nós, só entre nós, apago, eu apago, apago a seguir, ninguém mais, prometo, confie, confia,
  criptografad*, cifrad*, encriptad*, não se preocupe, fique tranquil*, tranquil*, confidencial*, sem medo, segur*
impossible: não dá, não é possível, impossível, não é permitido, não podemos, não posso, ninguém pode, não precisa*,
  não é preciso, não é necessári*, não preciso, não há como, nem nós, nem a gente, nem eu, não tem de, não tem que
call: telefon*, telefone, chamada*, chamou, deslig*, em linha, ligou, ligar, ligue, ligaram, ligação, liguei, me liga
leaveit: deixe*, deixa*, mantenha*, mantém, fica*, fique, continue como, como está
login: acesso*, entrar, entra, início de sessão, iniciar sessão, sessão, sessões, ingress*, login, logar, loga, acesse,
  acessar, acessando
finish: pronto*, feito, terminad*, acabou, conclu*, finaliz*
name: nome*, apelido*, chama
nowhere: em mais lado nenhum, lugar nenhum, mais ninguém, nenhum outro, noutro sítio, em outro lugar
whole: tod*, tudo, inteir*, complet*, íntegr*
appear: aparec*, surg*, vai sair, vai abrir, pop up, salta*
arrive: cheg*, caiu, cair, receb*, veio, vem, entrou
proceed: continu*, prossig*, avanç*, segue, siga, mesmo assim
fine: normal, tudo certo, cert*, corret*, perfeit*, tudo bem, sem problema, em ordem, muito bem, ótimo, ainda bem
have: tem, tens, tiver, à mão, dispõe
saved: guard*, salv*, anot*, registad*, registrad*, gravad*, armazen*
document: fatura*, recibo*, passaporte*, comprovante*, comprovativo*, extrato*, rg, cpf, nascimento, documento*,
  carta*, encomenda*, certificad*, boleto*, cnh, selfie*, holerite*, frente, verso, contrato social
date: amanhã, segunda*, terça*, quarta*, quinta*, sexta*, sábado, domingo, janeiro, fevereiro, março, abril, maio,
  junho, julho, agosto, setembro, outubro, novembro, dezembro, meio dia, meia noite, tarde, noite, manhã
letin: deixe me, deixa eu, deixe passar, deixa passar, entro eu, eu entro, me deixa entrar, pode liberar, liberar,
  libera
own: seu próprio, próprio*, própria*, seus, suas
screenshot: print, prints, captura, capturas
`,
};
