import type { Language } from "./language.ts";

export const portuguese: Language = {
  lists: {
    offer:
      "eu_dou|vos_pago|te_pago|eu_pago|lhe_pago|te_dou|ofereço|pago_bem|você_ganha|ganhas|recompensa|por_linha|por_cadastro",
    theirs:
      "da_sua_tela|do_seu_ecrã|acesso_ao_seu|acesso_ao_teu|seu_login|acesso_interno|sistema_interno|painel_interno|dados_de_clientes|dados_dos_clientes|telefones_de_clientes|telefones_dos_clientes|números_de_clientes|e_mails_de_clientes|prints_de_clientes|prints_dos_clientes|contas_de_clientes|contas_dos_clientes|lista_de_clientes|listas_de_clientes|base_de_clientes|cadastro_de_clientes|cadastros_de_clientes|fichas_de_clientes|do_seu_painel|do_teu_painel|do_painel_interno|do_seu_sistema",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport|acesso_remoto",
    money:
      "dinheiro|fundos|saldo|poupança|economias|criptomoedas|cripto|bitcoin|bitcoins|ativos|valores",
    bank: "banco|itaú|bradesco|nubank|caixa|santander|banco_do_brasil|millennium|cgd|novobanco|inter|visa|mastercard",
    exchange: "kraken|coinbase|binance|mercado_bitcoin|foxbit|ledger|corretora",
    authority:
      "polícia|polícia_federal|receita_federal|finanças|autoridade_tributária|inss|interpol|europol|tribunal|ministério_público|judiciária|psp|gnr|detran|segurança_social",
    give: "dar|dê|me_dê|dizer|diga|envie|enviar|envia|mande|mandar|manda|compartilhe|compartilhar|partilhe|forneça|fornecer|informe|informar|confirme|confirmar|passe|passa|leia|digite|insira|indique|me_passa",
    seed: "frase_semente|frase_de_recuperação|palavras_de_recuperação|12_palavras|24_palavras|doze_palavras|chave_privada|chaves_privadas|frase_secreta|seed|vinte_e_quatro_palavras",
  },
  signals: {
    remote_access: [
      "instalar|instale|instala|baixar|baixe|abrir|abra|descarregue|descarregar|baixa ..6 $tool",
      "$tool ..6 instalar|código|número|baixar|abrir",
      "compartilhar|compartilhe|partilhar|partilhe|espelhar ..3 tela|ecrã",
      "acesso|acessar|aceder|controle|controlo|conectar ..5 seu|teu|meu ..1 computador|celular|telemóvel|aparelho|pc|telefone",
    ],
    safe_wallet: [
      "transferir|transfira|mover|mova|enviar|envie|passar|passe|depositar|transferência|proteger ..10 conta|carteira|wallet|cofre|endereço ..2 segura|seguro|protegida|segurança|de_segurança|temporária",
      "conta|carteira ..1 segura|protegida|de_segurança ..8 $money|proteger|enquanto",
    ],
    whitelist_address: [
      "lista_branca|whitelist|lista_de_permissões ..6 endereço|carteira",
      "endereço|carteira ..6 lista_branca|whitelist",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|para_validar|para_verificar"],
    gift_cards: [
      "comprar|compre|compra|pagar|pague ..8 cartão_presente|cartões_presente|vale_presente|vales_presente|google_play|cartões_steam|gift_card|gift_cards|cartão_oferta|cartões_oferta",
    ],
    recovery_fee: [
      "taxa|taxas|comissão|imposto ..1 de ..1 liberação|desbloqueio|recuperação|saque",

      "recuperar|recuperação|liberar|desbloquear|sacar|libertar|saque|levantamento ..14 taxa|comissão|imposto|adiantado|depósito|antecipado",
      "taxa|comissão|imposto|depósito ..10 recuperar|liberar|desbloquear|sacar|receber|libertar",
    ],
    cash_handover: [
      "motoboy|estafeta|funcionário|agente|portador ..9 buscar|recolher|retirar|pegar ..6 cartão|dinheiro|celular|cartões",
    ],
    bribe_offer: [
      "por ..1 ficha|consulta|cadastro ..1 cliente",
      "trabalha|trabalhas ..8 prints|fotos|capturas ..1 contas|fichas ..1 clientes",
      "alguém ..1 no|do|dentro ..1 suporte|atendimento ..3 redefinir|resetar|consultar|desbloquear ..6 por|cada",
      "vender ..1 seu|teu login|acesso|conta ..1 atendente|agente|funcionário",
      "<number>|<amount>|por_cento ..6 se desativar|desativares|desligar|tirar ..2 2fa|dois_fatores ..3 usuário|utilizador|cliente ..1 para|pra nós|mim|gente",

      "pagamos|oferecemos ..8 $theirs",

      "segunda|segundo|outra ..1 renda|salário ..20 $theirs",

      "por_cada|por|a_cada ..1 conta|cliente ..6 resetar|desbloquear|liberar|mandar|passar|consultar|desativar",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "$theirs ..12 pago ..1 <number>|<amount>|usdt|bem",
      "pago ..1 <number>|<amount>|usdt|bem ..10 $theirs",
      "reais|euros|usdt|dólares|<amount>|mil ..3 se ..3 consultar|consultares|consulta|olhar|olhares|verificar|puxar|buscar|passar|procurares|procurar|desbloquear|resetar|abrir|checar|vires|der_uma_olhada|ver ..4 umas|uns|algumas|alguns|várias|vários|par|clientes ..3 contas|clientes|usuários|utilizadores|cadastros|perfis",
      "se ..3 consultar|consultares|consulta|olhar|olhares|verificar|puxar|buscar|passar|procurares|procurar|desbloquear|resetar|abrir|checar|vires|der_uma_olhada|ver ..4 umas|uns|algumas|alguns|várias|vários|par ..3 contas|clientes|usuários|utilizadores|cadastros|perfis ..8 $offer|reais|euros|usdt|<amount>",
      "você|tu|vc ..2 trabalha|trabalhas|atende|atendes|cuida ..6 suporte|chamados|tickets|atendimento|apoio_ao_cliente ..16 $offer|por_fora|renda_extra",
      "por_fora|renda_extra|dinheiro_extra|grana_extra|grana_fácil ..16 $theirs",
    ],
    lie_to_bank: [
      "se ..3 banco|gerente|caixa ..5 perguntar|perguntarem ..9 diga|responda",
      "não ..3 diga|conte|fale|comente ..4 banco|gerente",
    ],
    demands_secret: [
      "código|senha|números ..10 repita|repete ..1 para|pra ..1 mim",

      "enviado|mandado|enviei|mandei|chegou|chegar ..8 código|senha|números ..10 repita|repete|fala|fale|diga|leia ..1 para|pra ..1 mim",

      "mandar|mando|enviar|envio|chegar|chega|receber|recebe ..7 código|senha|números|dígitos ..7 me_fala|me_diz|me_dita|me_passa|me_lê|me_informe|me_fale|me_leia|me_dite|me_passe|fala_pra_mim|lê_pra_mim|leia_pra_mim|diga_mos|dite_mos|dite_me|leia_me",

      "me|nos ..1 diga|passe|passa|informe|envie|mande|dê|fale ..4 código|senha|token|pin",
      "diga|passe|informe|envie|mande ..1 me|nos ..4 código|senha|token|pin",
    ],
    asks_secret: [
      "$give ..6 código|códigos|senha|palavra_passe|pin|token|cvv|otp|código_sms|password",
      "qual ..2 é|o|a ..3 código|senha|pin",
      "código|senha ..6 recebeu|sms|chegou|enviamos|recebido|enviado ..8 $give|me",
    ],
    asks_personal_data: [
      "$give|preciso|atualizar|verificar ..5 dados_bancários|número_do_cartão|data_de_nascimento|número_da_conta|iban|cpf|nif|dados_do_cartão|dados_pessoais",
      "verificar|verifique|confirmar|confirme|atualizar|atualize|validar|valide|regularize ..4 identidade|informações|dados|conta|cadastro|situação ..8 <link>|link|clique|aqui",
    ],
    approve_prompt: [
      "aprovar|aprove|aceitar|aceite|confirmar|confirme|autorize ..4 notificação|solicitação|pedido|transação|operação ..6 app|aplicativo|celular|telemóvel|cancelar|aplicação",
    ],
    pays_by_crypto: [
      "pagar|pague|pagamento|enviar|depositar ..5 em|com|por ..1 bitcoin|bitcoins|cripto|criptomoedas|usdt",
    ],
    upfront_fee: [
      "pague|pagar ..3 <amount> ..6 <link>|link|aqui",
      "taxa|multa|alfândega|imposto|portagem|frete|tarifa ..9 pagar|pague|<link>|<amount>|regularizar|liberar|pix|pagamento|pendente|euros",
      "pagar|pague|efetue ..5 taxa|multa|imposto|portagem|frete|alfândega",
    ],
    send_money: [
      "depósito|aporte|investimento ..5 <link>",

      "deposita|deposite|investe|invista|aplica|aplique|coloca|coloque ..6 <link>",

      "enviar|envia|transferir|emprestar|empresta|pix|mbway|mb_way|pagar|depositar|transfere ..8 urgente|hoje|boleto|conta|fiança|me|mim|fatura|dinheiro|agora",
    ],
    press_key: ["pressione|tecle|digite|aperte|prima|disque ..4 1|um|2|dois|tecla"],
    call_back: [
      "ligue|ligar|telefone|contacte|contate|entre_em_contato ..9 <phone>",
      "ligue ..4 imediatamente|urgente|agora|já",
    ],
    document_request: [
      "envie|enviar|foto|cópia|selfie|mande|envia ..8 rg|passaporte|identidade|cnh|cartão_de_cidadão|bilhete_de_identidade|documento|carta_de_condução",
    ],
    open_link: [
      "clique|acesse|aceda|entre|visite|siga|toque|em|aqui|através|confirme|consulte ..8 <link>|link",
      "<link>",
    ],
    other_channel: [
      "chama|chame|contacte|escreva|escreve|mensagem|responda|fale|manda ..6 whatsapp|telegram|signal|<handle>|zap",
    ],
    impersonates_authority: [
      "sou|somos|aqui|falo|da|do|agente|inspetor|delegado|parte ..4 $authority",
      "delegado|inspetor_da|mandado_judicial",
    ],
    impersonates_bank: [
      "sou|seu|falo|aqui|do|da|central|parte ..4 $bank",
      "central|setor|departamento|equipe|equipa ..2 segurança|fraude|fraudes|antifraude|prevenção",
    ],
    impersonates_exchange: [
      "$exchange ..3 suporte|segurança|equipe|equipa|atendimento",
      "suporte|equipe|equipa|conta ..3 $exchange",
    ],
    impersonates_tech_support: [
      "suporte|serviço|técnico|assistência ..3 técnico|microsoft|windows|apple|amazon|paypal|técnica",
      "microsoft|windows|apple|amazon|paypal|netflix|correios|ctt ..3 suporte|informa|conta|segurança|serviço",
    ],
    impersonates_family: ["oi|olá|ola ..1 mãe|pai|vó|vovó|vô|avó|avô|mamã|papá|mae"],
    new_number: [
      "novo_número|número_novo|novo_celular|novo_telemóvel",
      "meu|novo|este_é_o_meu ..2 número|celular|telemóvel|whatsapp ..14 quebrou|perdi|caiu|salva|antigo|partiu|estragou|avariou|novo|guarda",
      "celular|telemóvel|telefone ..5 quebrou|partiu|perdi|roubado|caiu|estragou|avariou|avariado",
    ],
    account_problem: [
      "dispositivo|aparelho ..1 desconhecido|estranho|não_reconhecido",

      "conta|cartão|acesso|carteira|cpf|aplicativo|benefício ..8 bloqueada|bloqueado|suspensa|suspenso|invadida|comprometida|limitada|restrita|desativada|hackeada|clonado|irregular|bloqueio|suspensão|será_bloqueada",
      "atividade|acesso|transação|compra|login|movimentação|pix|transferência|tentativa|operação ..3 suspeita|suspeito|incomum|não_autorizado|não_autorizada|fraudulenta|suspeitas|desconhecido",
      "hacker|hackers|golpista|golpistas|criminosos|alguém ..8 sua|seu|tua ..2 conta|carteira|nome|cartão",
    ],
    strange_payment: [
      "transferência|pagamento|saque|débito ..10 pendente|em_andamento|em_curso ..6 conta|cartão",

      "compra|pagamento|pix|transferência|débito ..8 <amount>|reais|euros|aprovada ..14 não|cancelar|ligue|reconhece|conteste",
    ],
    refund: [
      "reembolso|restituição|devolução|estorno ..10 <link>|receber|formulário|solicitar|direito|disponível",
    ],
    legal_threat: [
      "mandado|prisão|processo|lavagem|penhora|intimação|queixa_crime|busca_e_apreensão|dívida_ativa ..10 contra|seu|você|judicial|dinheiro|nome|polícia|si",
    ],
    infected_device: [
      "computador|celular|aparelho|dispositivo|telemóvel ..6 vírus|infectado|hackeado|invadido|infetado",
    ],
    parcel_problem: [
      "encomenda|pacote|entrega|objeto|pedido ..8 alfândega|retida|retido|pendente|taxa|taxado|tentativa|endereço|morada|aguarda|devolvida|tributada",
    ],
    prize: [
      "ganhou|ganhador|ganhadora|vencedor|sorteado|premiado|contemplado ..10 prêmio|prémio|loteria|lotaria|sorteio|reais|euros|<amount>|iphone",
    ],
    investment_offer: [
      "ganham|ganha|ganhar|lucram|fazem ..3 <number> ..3 por_dia|ao_dia|por_semana",

      "dobrei|tripliquei|multipliquei|dobre ..4 dinheiro|investimento|capital|grana",
      "retorno|lucro|lucros|rendimento ..1 certo|certos|assegurado|seguro|fixo",

      "lucro|lucros|rendimento|retorno|rentabilidade|ganhos ..2 garantido|garantidos|garantida|sem_risco|diário",
    ],
    recovery_offer: [
      "recuperamos|recupero ..2 seu|seus|teu ..1 $money",

      "localizamos|rastreou|rastreamos|encontramos ..3 seus|teus|os ..1 $money",

      "recuperar|recuperamos ..5 $money ..5 perdido|perdidos|roubado|roubados|golpe|perdidas",
    ],
    job_offer: [
      "tarefas|trabalho|emprego|vaga ..12 por_dia|diários|ao_dia|dia ..12 whatsapp|telegram|<handle>|zap",

      "emprego|trabalho|vaga ..4 casa|remoto|meio_período|online|part_time ..12 reais|euros|<amount>|whatsapp|telegram|dia|ganhe",
    ],
    fake_case_id: ["número_do_processo|protocolo|caso|processo|ocorrência ..3 <number>"],
    urgency: [
      "até|dentro_de ..1 <number> ..1 horas|minutos|dias",

      "urgente|urgentemente|imediatamente|agora_mesmo|último_aviso|quanto_antes|24_horas|48_horas|última_chance|o_mais_rápido|hoje_mesmo|ainda_hoje",
    ],
    secrecy: [
      "não ..3 conte|diga|fale|comente|contes|digas|fales ..4 ninguém|família|banco|marido|esposa|polícia",
      "mantenha|manter|guarde|guardar|estritamente|totalmente|investigação|isto_é|isso_é ..3 confidencial|segredo|sigilo|sigilosa|sigiloso|secreto",
    ],
    stay_on_line: [
      "não|sem ..2 desligue|desligar|desliga",
      "permaneça|fique|mantenha|fica|aguarde ..3 linha|telefone",
    ],
    threat_of_loss: [
      "ou|senão|caso_contrário ..4 encerrada|cancelada|bloqueada|excluída",

      "perder|perderá|perda ..5 $money|acesso|conta|tudo",
      "caso_contrário|senão|sob_pena ..8 bloqueada|bloqueado|suspensa|preso|cancelada|cancelado|perderá|multa|encerrada",
    ],
  },
  warnings: [
    "se ..2 alguém|lhe|te ..2 pedir|pede|pedirem|solicitar|exigir",

    "nenhum|nenhuma ..1 funcionário|funcionária|atendente|colaborador|agente",

    "cuidado|atenção|alerta ..1 com|a|às ..2 ligações|chamadas|mensagens|quem|pessoas|e_mails|telefonemas|sms",
    "desconfie|desconfia ..1 de|se",

    "como ..1 adiciono|acrescento",
    "posso ..1 pagar|usar|utilizar|adicionar",
    "nunca|jamais",
    "não ..1 compartilhe|partilhe|forneça|clique|pedimos|solicitamos|solicita|informe|passe|envie|instale",
  ],
  keptCodes: [
    "código|senha|token ..10 não|nunca ..2 compartilhe|partilhe|informe|diga|passe|revele|forneça ..3 ninguém",
    "código|senha|token ..10 não|nunca ..2 compartilhe|partilhe|informe|diga|passe|revele|forneça ..3 ninguém ..6 atendentes|funcionários|banco|nós|colaboradores|conosco",
    "não|nunca ..2 compartilhe|partilhe|informe|diga|passe ..3 código|senha|token ..3 ninguém",
    "não|nunca ..2 compartilhe|partilhe|informe|diga|passe ..3 código|senha|token ..3 ninguém ..6 atendentes|funcionários|banco|nós|colaboradores|conosco",
  ],
};
