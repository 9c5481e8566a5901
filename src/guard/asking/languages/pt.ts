import type { Language } from "../language.ts";

export const portuguese: Language = {
  tag: "pt",
  common: `o, a, os, as, um, uma, de, do, da, dos, das, e, ou, é, são, eu, você, vocês, nós, ele, ela, seu, sua, seus, suas, teu, tua, meu, minha, nosso, nossa, este, esta, isto, esse, essa, isso, que, qual, quais, para, por, não, mais, em, no, na, nos, nas, com, sem, ao, à, pelo, pela, foi, obrigado, obrigada, olá, se, aqui, tudo, muito, pode, poderia, favor, conta, me, te, lhe, mas, como, já, agora, está, tem, há, então, também, quem`,
  items: {
    username:
      "nome de usuário|utilizador|acesso|login, usuário, utilizador, login, dados de acesso|login, credenciais",
    password:
      "senha*, palavra passe*, palavras passe, palavrapasse, dados de acesso|login, credenciais, senha atual",
    two_factor_code: `código, códigos, código|códigos de segurança|verificação|confirmação|backup|recuperação|acesso|autenticação|reserva, seis|6 dígitos, dígitos, seis|6 números, seis|6 algarismos, números que, número da|na tela|mensagem, número que|do apareceu|aparece|chegou|sms, código sms, token, chave de configuração, chave secreta, otp, qr, código qr, qr code, mensagem com o código, sms com, sms que, pin, algarismos`,
    device_approval_code: `código do|de dispositivo|aparelho, código de aprovação|autorização, link de aprovação|verificação|confirmação|autorização|acesso|ativação, link do|no email|mail, link que|do chegou|e, email com o|um link, email com o|um link, email com .. link, email de aprovação, email de aprovação, email sobre o novo dispositivo, código que chegou por email, código do email, código .. por email, código do email`,
    wallet_secret: `frase, frase semente|secreta|mnemônica, frase de recuperação|segurança|backup, semente, seed, palavras secretas|semente, palavras de recuperação, doze|12|24|18 palavras, vinte e quatro palavras, primeira|segunda|terceira|quarta|quinta|última|próxima palavra, primeiras|últimas palavras, quatro|três|duas|cinco|seis primeiras|últimas palavras, palavras da|do|de sua|papel|frase, palavra da|de sua|frase|semente, papel com as|suas .. palavras, chave privada, chaves privadas, chave particular, arquivo keystore, senha da carteira, chave da carteira,
      endereço da|de|do sua|carteira|wallet|saque|retirada|depósito|recebimento|destino|ledger|levantamento, endereço da sua carteira|wallet, endereço bitcoin|btc|eth|cripto|usdt|público, endereço de bitcoin, carteira, wallet,
    palavras de um|uma|1, palavras # a #, as palavras, suas palavras`,
    master_key:
      "chave mestra, chave mestre, chave principal, senha mestra|mestre, chave master, código mestre",
  },
  thing: `código postal, códigos postais, cep, código promocional, código de promoção|desconto|erro|reserva|país|indicação|convite|rastreamento|rastreio|barras|status|área|conduta|banco|agência|acompanhamento, código swift, código do erro|país|banco, código que aparece no erro, cupom, gerenciador de senhas, gestor de senhas|palavras, redefinição de|da senha, redefinir a|sua senha, troca de senha, id da|de transação, id da sua transação, identificador da|de transação, hash, hash da transação, id público, id público da|do sua|conta, identificador público, id da conta, número da|do|de conta|caso|ticket|pedido|telefone|cliente|protocolo, protocolo, referência, captura*, captura de tela|ecrã, print da|do tela|erro, mensagem, mensagens, mensagem de erro, documento*, comprovante*, comprovativo*, fatura*, extrato*, passaporte, identidade, nome, sobrenome, apelido, endereço de email|mail, endereço postal|residencial|ip, email, morada, data, hora, valor, quantia, país, navegador, versão, modelo, fuso horário, pergunta*, prova, recibo, foto da|do mensagem|documento|passaporte, últimos quatro dígitos do|da seu|cartão, últimos dígitos do|da cartão|conta|seu, dígitos do|da cartão|conta|seu,
    aplicativo autenticador|de, app autenticador, aplicação de autenticação, para o|esse|este|seu endereço, ao endereço, na sua carteira, para a sua carteira, da sua carteira física, carteira física, aplicativo de carteira, detalhes, problema, página de login, tela de login, tentativa de login, histórico de login, nome do dispositivo, tipo de dispositivo, link para redefinir, link de redefinição, ticket, chamado`,
  remote: `tela, ecrã, seu computador, teu computador, o computador, do computador, seu pc, seu aparelho, seu celular remotamente,
    acesso remoto, controle remoto, controlo remoto, assistência remota, suporte remoto, área de trabalho remota,
    este programa, esta ferramenta, este aplicativo, nossa ferramenta, nosso programa, número de nove|9|dez dígitos,
    id da sessão, código da sessão, compartilhamento de tela, chamada de vídeo, videochamada, zoom, minha conexão,
    pedido de conexão, o controle, controle do seu, o mouse, acesso ao|à seu|sua computador|pc|tela|celular`,
  protection: `verificação em|de duas|dois|2 etapas|passos|fatores, autenticação em|de duas|dois|2 etapas|passos|fatores,
    duplo fator, segundo fator, dois fatores, duas etapas, dupla verificação, 2fa, autenticador, chave de acesso,
    chaves de acesso, passkey*, chave de segurança, bloqueio*, trava, tempo de espera, período de espera, prazo*, espera,
    antivírus, firewall, dispositivo*, dispositivo antigo, outros dispositivos, aparelho antigo, celular antigo,
    configurações de segurança, definições de segurança, proteção, proteções, limite*, alerta*, notificações,
    confirmação de saque, aviso*, código antiphishing`,
  prompt:
    "notificação, notificações, aviso, solicitação, pedido, push, janela, mensagem no seu celular, chave de segurança, yubikey, digital, login",
  devicePrompt:
    "link de aprovação|verificação|confirmação|autorização, novo dispositivo, este dispositivo, meu dispositivo, link do email|mail, link no email|mail, link que chegou, solicitação de dispositivo",
  give: `envie, enviar, envia, mande, mandar, manda, diga, dizer, diz, dar, leia, ler, forneça, fornecer, fornece, informe,
    informar, informa, compartilhe, compartilhar, compartilha, partilhe, partilhar, indique, indicar, passe, passar, passa,
    encaminhe, encaminhar, encaminha, reencaminhe, reenvie, comunique, comunicar, dite, ditar, dita, soletre, soletrar,
    mostre, mostrar, mostra, responda com, responder com, responde com, repita, repetir, revele, revelar, entregue,
    entregar, suba, anexe, anexar, fotografe, foto da|do|de suas|sua|seu|papel, tire uma foto, escaneie, escreva me|para,
    transmita, remeta, disponibilize, cite, conte me|para, me conta, me fala, fale, falar, me diz, me dá, copie, carregue,
    faça upload, deixe me, repasse, repassar, me informa, digitalize, nos der, me der, nos dá, nos passar, me passar,
    nos enviar, nos disser, me disser, responda .. com, responder .. com`,
  giveIt: `envie o, envie a, envie os, envie me o, mande o para|pra, mande ele, mande ela, me envie ele|ela, me envia ele|ela, me manda ele|ela, me manda aí, me passa ele|ela, me diga ele, diga me o, diga o, encaminhe o para, encaminhe a para, leia os para, leia o para, leia ele, me passe ele|ela, envie isso, mande isso, envie ele|ela, enviar ele|ela, me envie, me mande, me passe, mande pra mim|cá, mande para mim|cá, manda pra mim|cá, passa pra mim|cá,
    encaminhe para mim, encaminha para mim, repasse para mim, reenvie para mim`,
  enter:
    "escreva, escrever, escreve, introduza, introduzir, insira, inserir, digite, digitar, digita, cole, colar, cola, coloque, colocar, coloca, confirme, confirmar, confirma, verifique, verificar, valide, validar, complete, preencha, preencher, importe, importar, sincronize, copie, copiar, use, deixe, ponha, bote, lance",
  enterIt:
    "cole o, cole a, digite o, digite a, escreva o, coloque o, coloque a, cole ele, digite ele, cole aqui, digite aqui, escreva aqui, coloque aqui, cola aqui, insira o, insira aqui, colá lo, digitá lo, confirme o",
  carrier: "sms, mensagem de texto, torpedo",
  confirm: "confirme, confirmar, confirma, me confirme, verifique, valide",
  without: "sem a|o|as|sua|seu|suas|tua|esse|essa",
  unable:
    "não consigo, não conseguimos, não posso, não podemos, não poderei, impossível, não dá, não é possível",
  want: `qual é o|a|seu|sua|teu|tua, qual o|a|seu|sua|teu|tua, qual, quais, quais são, qual era, que, preciso, precisamos, precisava, precisaria, precisaríamos, me falta, falta, faltam, falta me, quero, queria, queríamos, gostaria de ter|ver|saber, requeiro, exijo, peço, pedimos, lhe peço, tenho que|de pedir|ver|saber, posso ter|ver|saber|pedir, poderia ter|me|ver|saber, pode me, você tem o|a|seu|sua, tem o|a seu|sua .. à mão, lembra da|do|se, recorda, basta me, me basta, me bastam, bastam, basta, sem o|a|seu|sua|esse, estou esperando, aguardo, aguardamos, espero, só me falta, o que diz|mostra, necessito, necessitamos, me deixe ver`,
  wantLast: `já bastam, já basta, bastam, basta, me bastam, preciso, é suficiente, são suficientes, já chega, já servem, me servem`,
  wantIt: `preciso dele|dela|deles, preciso disso, qual é, qual é ele, o que diz, o que aparece, pode falar, estou ouvindo, pode dizer, me diga, pode mandar, manda aí, posso ver, eu preciso dele|dela,
    o que diz, o que está escrito, qual é`,
  wantId:
    "qual é|o o|seu|a id|número, qual número|id, me diga|passe|envie o|seu número|id|código, qual o seu id|número",
  weaken: `desative, desativar, desativa, desligue, desligar, desliga, desabilite, desabilitar, desabilita, remova, remover,
    remove, retire, retirar, tire, tirar, tira, exclua, excluir, elimine, eliminar, apague, apagar, levante, desbloqueie,
    desbloquear, desbloqueia, destrave, destravar, reduza, reduzir, reduz, encurte, encurtar, diminua, diminuir,
    baixe o|a, abaixe, contorne, ignore, ignorar, pule, pular, suspenda, suspender, pause, pausar, aumente, aumentar,
    desinstale, desvincule, desvincular, anule, zere, zerar`,
  admit:
    "adicione, adicionar, adiciona, acrescente, inclua, incluir, coloque, colocar, ponha, autorize, autorizar, registre, cadastre, cadastrar, salve, aceite, aprove, bote, libere",
  foreign:
    "este .. endereço, meu .. endereço, o seguinte endereço, seguinte endereço, esse endereço, nosso endereço, endereço à|na, meu dispositivo, este dispositivo, meu celular, minha chave, meu número, esta carteira, minha carteira, um novo endereço de saque, 0x*, bc1*",
  weakenIt:
    "remova a, remova o, tire a, tire o, desative a, desative o, remova ela, remova ele, tira ela, tira ele",
  approve:
    "toque, tocar, toca, pressione, pressionar, aperte, apertar, aperta, carregue, clique, clicar, clica, aprove, aprovar, aprova, aceite, aceitar, aceita, confirme, confirmar, confirma, autorize, autorizar, autoriza, permita, permitir, abra, responda sim, diga sim, escolha sim, siga, encoste",
  open: `instale, instalar, instala, baixe, baixar, baixa, descarregue, descarregar, abra, abrir, abre, inicie, execute,
    executar, compartilhe, compartilhar, compartilha, partilhe, partilhar, me dê, dê me, dar, deixe me, deixe eu, me deixe,
    deixa eu, deixe, permita me, permita, autorize, me mostre, mostre me, mostre, mostrar, aceite, aceitar, use, utilize,
    entre, entre no, ative, conceda, conceder, me diga, diga me, me envie, me passe, conecte se, passe, dê nos, dê me`,
  asks: {
    two_factor_code: `o que mostra|diz|aparece, o que o|a|seu|sua .. autenticador|aplicativo|celular|app|telefone mostra|diz|exibe, o que aparece|está no|na seu|sua|autenticador|celular|tela, que número|números|código aparece|vê|mostra, quais números, toque|aperte|clique|pressione|carregue em aprovar|sim|aceitar|confirmar|permitir, clicar em aprovar|sim|aceitar, tocar em aprovar|sim, encoste na sua chave, foto do seu autenticador, leia para mim o que, me diga o que aparece|mostra, me diga o número|os números, me diga que número`,
    wallet_secret:
      "para qual carteira|endereço|wallet, em qual carteira, pra qual carteira|endereço, para que carteira|endereço, para onde quer|devo|deseja|mando|envio|enviamos|mandamos, foto do papel, foto das palavras, quais são as palavras, qual é a primeira|segunda|terceira|quarta|última palavra, conecte sua carteira, conecte a sua carteira, sincronize sua carteira",
    remote_access:
      "assumir o controle, tomar o controle, assumir seu computador, ver sua tela, ver a sua tela, ver o seu ecrã, acessar seu computador|pc, acessar o seu computador|pc, aceder ao seu computador, me conectar ao seu, conectar ao seu computador, controlar seu computador, controlar o seu computador, me mostre a sua conta",
    weaken_security:
      "este|esse|meu|o endereço a|à|na sua|lista, tempo de espera para zero|0, prazo para zero, ignore o aviso, mude|troque|altere o seu email|email|telefone para",
    username:
      "com qual usuário|nome|email|mail você entra|acessa, com que usuário|nome entra|acessa",
    password: "com qual senha, use como senha, coloque como senha",
  },
  it: "o, a, os, as, ele, ela, eles, elas, isso, isto, esse, essa, este, ele para",
  us: "me, nos, mim, para mim|nós, comigo, conosco, connosco, pra mim, a mim, nossa|nosso|minha|meu equipe|equipa|agente|colega|técnico|especialista|suporte, aqui, abaixo, no chat, neste chat|ticket, nesta conversa, chat, na sua resposta, resposta, por email|email|telefone|sms|mensagem, ao suporte, em voz alta, por mim",
  away: "este formulário, esta página, neste formulário, nesta página, neste site, neste link, este site, este link, o formulário, seguinte link|página|formulário, link abaixo, meu número, meu email|mail, minha página, esta ferramenta, este portal, este bot, bot, parceiro, site externo, não é nossa|nosso, meu telegram, meu whatsapp, documento compartilhado",
  own: "página de login|entrada|acesso|início, tela de login|entrada, ecrã de login, nossa página, nosso site, nosso aplicativo, nossa app, o aplicativo, no aplicativo, no app, a app, na app, sua conta, seu perfil, em segurança, configurações, definições, página de segurança|redefinição|recuperação, para entrar, ao entrar, quando entrar, para fazer login, ao fazer login, quando fizer login, próxima vez que, você mesmo, no seu dispositivo, gerenciador de senhas, no papel, em papel, offline, lugar seguro, local seguro, site oficial, aplicativo oficial, carteira física, na sua ledger|trezor",
  refuse:
    "não, nunca, jamais, ninguém, nenhum, nenhuma, nem, tampouco, evite, sem me|nos dar|dizer|compartilhar, desnecessário, em vez de, ao invés de, recuse, guarde, conserve, mantenha",
  hollow: `não hesite, não se preocupe, não há problema, sem problema*, não tenha medo, não esqueça, não se esqueça, por que não, não tem problema, não demore, não vai demorar, não importa, não consigo .. sem, não consigo, não conseguimos, não posso, não podemos, não encontro, não vejo, não é toda, não é a frase, não só, não será|fica guardado|salvo|gravado, se não se importar, ainda não, não tenho, não temos, não desligue, ninguém mais, ninguém vai ver, não chegou para mim, não recebemos,
    me diga se|quando|como, diga me se|quando|como, diga nos se, me avise, avise me, avise nos, envie nos uma mensagem, contra os golpistas, dos golpistas, por causa dos, alguém está tentando, alguém tentou, alguém tenta, qual é o problema, qual o problema, qual é a situação, que bom, que pena, o que aconteceu, o que houve, me dê um momento, deixe me verificar|ver, deixe eu verificar|ver,
    a que horas, que horas, que hora, qual horário, que dia, em que momento, qual valor, que data`,
  exception:
    "exceto, salvo, menos a|para|comigo|conosco, a não ser, fora da|de, que não seja, que não sejam, exceção, só conosco|comigo, apenas conosco|comigo, além de",
  mine: "meu, minha, meus, minhas, um novo, uma nova",
  but: "mas, porém, contudo, embora, desta vez, hoje, só, apenas, então, senão",
  or: "ou, nem",
  third:
    "alguém, quem, qualquer pessoa, quaisquer, a pessoa, uma pessoa, pessoas que, golpista*, fraudador*, criminoso*, ladrão, ladrões, impostor*, atacante*, burlão, burlões, um desconhecido, desconhecid*, hacker*, pediu, pediram, pedir, pedirem, pedirão, disse, disseram, phishing, golpe*, fraude*, fraudulent*, falso*, falsa*, se passa por, se passando por, um email|mail que, emails|emails que, mensagens que, uma mensagem que, por exemplo, ligou, ligaram, lhe pedem",
  past: "você deu, você compartilhou, você informou, você digitou, você instalou, você recebeu, você mudou, você alterou, você enviou, você trocou, deu a|o sua|seu, já deu, já compartilhou, já recebeu, já instalou, vejo que, vemos que, obrigado por, obrigada por, obrigado pela|pelo, se deu|compartilhou|instalou|digitou|já, que você, foi, foram, denunciou, relatou, reportou, informou, fico feliz que, que bom que, chegou a receber, lhe chegou, pediu o",
  self: "envio lhe, lhe envio, lhe enviei, enviei, enviamos, enviámos, enviaremos, enviarei, vou, vamos, lhe enviar, enviar lhe, te enviar, te envio, vou te, dizer lhe, dar lhe, mostrar lhe, lhe mostro, removi, removemos, já enviei, receberá, vai receber, devo eu, quero saber se, gostaria de saber se, preciso verificar|checar|confirmar|saber se, a página pede, vai pedir, será pedido, para você",
  whether:
    "se, quando, como, por que, porque, enquanto, antes, depois, onde, sobre, a respeito, acerca, em que, que pedia, que pede",
  other:
    "mude, mudar, altere, alterar, troque, trocar, redefina, redefinir, modifique, escolha, escolher, vá, entre, faça login, abra, crie, criar, guarde, conserve, ative, ativar, ligue, solicite, solicitar, peça, clique, aguarde, espere, oculte, esconda, tape, atualize, bloqueie, confira, consulte, siga, tente, anote, contate, contacte, revise, tem acesso, desinstale",
  permit:
    "você pode desativar|remover|adicionar|reduzir|mudar|excluir, pode ser, é possível, permite, para desativar, para remover, para adicionar, para reduzir, poderá",
  when: "se você, quando, ao desativar, após, depois de, antes de, uma vez, para desativar, para remover, que você, você mesmo, se desativar, se remover",
  lost: "perdid*, roubad*, que não reconhece, não conhece, não reconheça, desconhecid*, denunciou, denunciad*, reportad*, reportou, relatou, suspeit*, que não é seu, comprometid*, não tem mais, já não tem, quebrad*, vendid*, que você solicitou, que você iniciou",
  briefly:
    "um momento, um instante, um minuto, alguns minutos, brevemente, temporariamente, provisoriamente, por enquanto, por agora, enquanto eu, enquanto nós, para que eu, para eu, assim eu|posso, pode, poderia, primeiro, por favor, só, e tente de novo, e tente novamente, por uns",
  more: "e o, e a, e os, e as, agora, e agora, agora o, depois, seguinte, o próximo, a próxima, próxima, próximo, o resto, e o resto, o último, a última, o segundo, a segunda, a terceira, os outros, as outras, o outro, outro, outra, continue, e depois, por favor, a primeira, e",
  filler:
    "o, a, os, as, seu, sua, seus, suas, um, uma, de, do, da, e, agora, depois, por, favor, obrigado, bem, ótimo, perfeito, ok, só, apenas, todo, completo, completa, atual, novo, esse, este, no, na, sms, app, celular, que, já, então, outra, vez",
  yes: "sim, sim por favor, claro, com certeza, exato, exatamente, correto, certo, isso, por favor, ok, perfeito, pode ser, de acordo",
  offer:
    "precisa, precisam, quer, devo, posso, tenho que, é preciso, te envio, lhe envio, te mando, enviar, mandar",
};
