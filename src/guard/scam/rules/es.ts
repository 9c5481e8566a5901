import type { Language } from "./language.ts";

export const spanish: Language = {
  lists: {
    offer:
      "les_pago|les_doy|les_pagaré|te_pagaré|pagaré|te_pago|le_pago|os_pago|te_pagamos|te_doy|te_ofrezco|ofrezco|te_llevas|te_ganas|recompensa|por_fila|por_registro",
    theirs:
      "de_tu_pantalla|acceso_a_tu|tus_credenciales|tu_acceso|acceso_interno|sistema_interno|datos_de_clientes|datos_de_los_clientes|teléfonos_de_clientes|teléfonos_de_los_clientes|números_de_clientes|correos_de_clientes|capturas_de_clientes|capturas_de_cuentas|cuentas_de_clientes|cuentas_de_otros|lista_de_clientes|listado_de_clientes|base_de_clientes|fichas_de_clientes|de_tu_panel|de_su_panel|desde_tu_panel|de_tu_sistema|de_tu_crm|del_panel_interno",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport|acceso_remoto|control_remoto",
    money:
      "dinero|fondos|ahorros|saldo|criptomonedas|cripto|criptos|bitcoin|bitcoins|activos|efectivo|plata",
    bank: "banco|bbva|santander|caixabank|la_caixa|sabadell|bankinter|bancolombia|banamex|banorte|ing|unicaja|visa|mastercard|entidad_bancaria|bancomer",
    exchange: "kraken|coinbase|binance|bitso|bitpanda|ledger|exchange|trezor",
    authority:
      "policía|policia|guardia_civil|hacienda|agencia_tributaria|interpol|europol|fiscalía|juzgado|tribunal|aduana|aduanas|seguridad_social|sat|dian|ministerio|inmigración|fiscal|dgt",
    give: "dar|dame|deme|dígame|dime|decir|diga|enviar|envíe|envía|envíenos|compartir|comparte|comparta|facilitar|facilite|facilítenos|proporcione|proporcionar|confirmar|confirme|confirma|leer|lea|léame|léeme|introduzca|ingrese|pase|pásame|reenvía|reenvíe|dictar|indique|indíqueme|envíame|envíeme",
    seed: "frase_semilla|frase_de_recuperación|palabras_de_recuperación|12_palabras|24_palabras|doce_palabras|semilla|clave_privada|claves_privadas|frase_secreta|veinticuatro_palabras|seed",
  },
  signals: {
    remote_access: [
      "instalar|instale|instala|descargar|descargue|descarga|abrir|abra|baje|bajar|instalé|descargué ..6 $tool",
      "$tool ..6 instalar|código|número|descargar|abrir|clave",
      "compartir|comparta|comparte|compartiera ..3 pantalla",
      "acceso|acceder|control|conectar*|entrar ..5 su|tu|mi ..1 ordenador|computadora|computador|equipo|móvil|celular|pantalla|teléfono|pc",
      "dar|dé|permitir|por|mediante ..3 acceso_remoto",
    ],
    safe_wallet: [
      "transferir|transfiera|transfiere|mover|mueva|mueve|pasar|pase|enviar|envíe|traspasar|poner|ponga|transferencia|transfiriera|proteger ..10 cuenta|billetera|monedero|wallet|cartera|dirección|bóveda ..2 segura|seguro|protegida|seguridad|de_seguridad|respaldo|nueva|puente",
      "cuenta|billetera|monedero|wallet ..1 segura|seguro|protegida|de_seguridad ..8 $money|proteger|mientras|a_su_nombre",
    ],
    whitelist_address: [
      "lista_blanca|whitelist|lista_de_direcciones ..6 dirección|billetera|wallet",
      "dirección|billetera ..6 lista_blanca|whitelist|autorizada*",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|para_verificar|para_validar"],
    gift_cards: [
      "comprar|compre|compra|pagar|pague|conseguir|consiga|adquirir ..8 tarjetas_regalo|tarjeta_regalo|tarjeta_de_regalo|tarjetas_de_regalo|google_play|tarjetas_steam|tarjetas_apple|tarjetas_prepago|tarjetas_itunes|tarjetas_amazon",
      "tarjetas_regalo|tarjeta_regalo|tarjetas_de_regalo|tarjeta_de_regalo ..8 código|códigos|raspar|raspe|foto|números|reverso",
    ],
    recovery_fee: [
      "gastos|tasa|tasas|tarifa|comisión|impuesto ..1 de ..1 liberación|desbloqueo|recuperación|retiro",

      "recuperar|recuperación|liberar|desbloquear|retirar|retiro|devolver ..14 tarifa|comisión|tasa|impuesto|anticipo|honorarios|adelanto|pago_previo|gastos",
      "tarifa|comisión|tasa|impuesto|anticipo|honorarios|adelanto ..10 recuperar|liberar|desbloquear|retirar|recibir|cobrar",
    ],
    cash_handover: [
      "mensajero|compañero|agente|repartidor|courier|chofer ..9 recoger|recogerá|buscar|pasará|retirar ..6 tarjeta|efectivo|dinero|sobre|joyas|tarjetas",
    ],
    crypto_machine: ["cajero|máquina|quiosco ..3 bitcoin|cripto|criptomonedas"],
    bribe_offer: [
      "por ..1 ficha|consulta|expediente ..1 cliente",
      "trabajas ..8 capturas|fotos|pantallazos ..1 cuentas|fichas ..1 clientes",
      "alguien ..1 en|dentro ..1 soporte ..3 restablecer|restablezca|resetear|consultar|desbloquear ..6 por|cada",
      "vender tu|su acceso|login|usuario|cuenta ..1 agente|soporte|empleado",
      "<number>|<amount>|por_ciento ..6 si desactivas|quitas ..2 2fa|doble_factor ..3 usuario|cliente",

      "pagamos|ofrecemos ..8 $theirs",

      "segundo|otro ..1 ingreso|sueldo|salario ..20 $theirs",

      "por_cada ..1 cuenta|cliente|usuario ..8 quites|resetees|desbloquees|envíes|mandes|consultes|pases|desactives|saques",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "$theirs ..12 pago ..1 <number>|<amount>|usdt|bien",
      "pago ..1 <number>|<amount>|usdt|bien ..10 $theirs",
      "euros|usdt|dólares|pesos|<amount>|eur ..3 si ..2 miras|mira|revisas|revisa|consultas|consulta|buscas|busca|sacas|saca|pasas|pasa|desbloqueas|reseteas|abres|compruebas|averiguas|fotografías ..3 unas|unos|algunas|algunos|varias|varios|par|clientes ..3 cuentas|clientes|usuarios|fichas|perfiles",
      "si ..2 miras|mira|revisas|revisa|consultas|consulta|buscas|busca|sacas|saca|pasas|pasa|desbloqueas|reseteas|abres|compruebas|averiguas|fotografías ..3 unas|unos|algunas|algunos|varias|varios|par ..3 cuentas|clientes|usuarios|fichas|perfiles ..8 $offer|euros|usdt|dólares|pesos|<amount>",
      "trabajas|atiendes|estás|llevas|gestionas ..5 soporte|tickets|atención_al_cliente|incidencias ..16 $offer|ganar_extra|dinero_extra|sacarte",
      "ganar_extra|dinero_extra|ingreso_extra|un_extra|sobresueldo|dinero_fácil ..16 $theirs",
    ],
    lie_to_bank: [
      "si ..3 banco|cajero|empleado ..5 pregunta|preguntan|preguntara ..9 diga|di|responda|conteste",
      "no ..3 diga|decir|comente|hable|digas|informe|cuente ..4 banco|cajero|sucursal",
    ],
    demands_secret: [
      "código|clave|números|cifras ..8 repítamelo|repítemelo|envíemelo|envíamelo|mándemelo|mándamelo|reenvíemelo|repítamelos|repítalo",

      "envío|enviar|envíe|mando|mandar|enviaré|mandé|llega|llegará|llegar|recibir|recibirá ..7 código|clave|números|cifras|dígitos ..7 léamelo|léemelo|dígamelo|dímelo|díctemelo|díctamelo|démelo|dámelo|pásemelo|pásamelo|díctemelos|dígamelos|léamelos|me_lo_lee|me_lo_dice|me_lo_dicta|me_lo_da|me_lo_pasa|me_los_lee|me_los_dice|me_los_dicta|me_lo_lees|me_lo_dices|léame|díctame",

      "dígame|deme|dime|dame|léame|envíeme|mándame|envíame|díganos|facilíteme|pásame ..4 código|clave|contraseña|pin|token",
    ],
    asks_secret: [
      "$give ..6 código|códigos|contraseña|clave|pin|otp|token|cvv|claves|código_sms|firma",
      "cuál ..2 es ..3 código|contraseña|clave|pin",
      "código|clave ..5 sms|recibió|recibido|llegó|llegará|enviamos|mensaje ..8 $give|me",
    ],
    asks_personal_data: [
      "$give|necesito|actualizar|actualice|verifique|verificar|confirmar ..5 datos_bancarios|número_de_tarjeta|fecha_de_nacimiento|número_de_cuenta|iban|datos_de_su_tarjeta|datos_de_pago|dni|datos_personales",
      "verificar|verifique|confirmar|confirme|actualizar|actualice|verifica|actualiza|validar|valide ..4 identidad|información|datos|cuenta ..8 <link>|enlace|clic|aquí|click|link",
    ],
    screen_reading: ["qué|que ..3 ve|ves|aparece|sale|dice ..5 pantalla|monitor"],
    approve_prompt: [
      "aprobar|apruebe|aceptar|acepte|confirmar|confirme|autorice|autorizar ..4 notificación|solicitud|operación|alerta ..6 app|aplicación|teléfono|móvil|celular|banco|cancelar",
    ],
    pays_by_crypto: [
      "pagar|pague|pago|enviar|depositar|deposite|envíe ..5 en|con|por ..1 bitcoin|bitcoins|cripto|criptomonedas|usdt",
    ],
    upfront_fee: [
      "pague|pagar|paga|abone|abonar ..3 <amount> ..6 <link>|enlace|aquí",
      "tarifa|tasa|aduana|multa|gastos|peaje|impuesto|comisión ..9 pagar|pague|paga|<link>|<amount>|abonar|abone|pendiente|euros|envío|liberar",
      "pagar|pague|abonar|abone|paga ..5 tarifa|tasa|aduanas|multa|gastos_de_envío|peaje|impuesto|gastos",
    ],
    send_money: [
      "depósito|inversión|ingreso ..5 <link>",

      "deposita|deposite|invierte|invierta|ingresa|ingrese|mete|meta|pon|ponga ..6 <link>",

      "enviar|envía|envíame|transferir|transfiéreme|prestar|préstame|bizum|pagar|depositar|hazme ..8 factura|urgente|fianza|hoy|dinero|western_union|recibo|transferencia",
    ],
    press_key: ["presione|pulse|oprima|marque|presiona|marca|pulsa ..4 1|uno|2|dos|tecla"],
    call_back: [
      "llame|llamar|llámenos|llama|llamando|contacte|contacto|comuníquese|póngase ..9 <phone>",
      "llame|llámenos|llama ..4 inmediatamente|urgente|urgentemente|ya|ahora",
    ],
    document_request: [
      "envíe|enviar|foto|copia|selfie|mande|subir|envía|mándame|envíenos ..8 dni|pasaporte|identificación|cédula|licencia|ine|carnet|documento_de_identidad",
    ],
    open_link: [
      "clic|click|haga|pulse|entre|ingrese|visite|acceda|siga|entra|accede|aquí|en|través|verifique ..8 <link>|enlace|link",
      "<link>",
    ],
    other_channel: [
      "escríbeme|escriba|contacta|contacte|contáctenos|mensaje|escribe|escríbanos|responde|contáctame ..6 whatsapp|telegram|signal|<handle>",
    ],
    impersonates_authority: [
      "soy|somos|le_habla|de_la|hablamos|llamo|parte|aquí|agente|oficial|del|departamento ..4 $authority",
      "comandante|inspector|comisario|oficial_de_policía|número_de_placa",
    ],
    impersonates_bank: [
      "soy|su|le_llamo|le_llamamos|llamo|llamamos|le_hablo|hablamos|parte|del|de ..4 $bank",
      "departamento|equipo|área ..2 fraude|fraudes|seguridad|prevención|antifraude",
      "$bank ..2 informa|aviso|alerta|seguridad",
    ],
    impersonates_exchange: [
      "$exchange ..3 soporte|seguridad|equipo|atención|ayuda",
      "soporte|equipo|seguridad|cuenta|de ..2 $exchange",
    ],
    impersonates_tech_support: [
      "hablo|llamo|llamamos|hablamos|parte|soy ..4 microsoft|windows|apple|amazon|movistar|telefónica",
      "soporte|servicio|técnico|departamento|asistencia ..3 técnico|microsoft|windows|apple|amazon|paypal|técnica|movistar|telefónica|vodafone",
      "microsoft|windows|apple|amazon|paypal|netflix|correos|dhl ..3 soporte|servicio|informa|cuenta|seguridad|técnico",
    ],
    impersonates_family: ["hola|oye ..1 mamá|papá|abuela|abuelo|mami|papi|mama|papa|tía|tío"],
    new_number: [
      "nuevo_número|número_nuevo|nuevo_móvil|nuevo_celular",
      "mi|este_es_mi|nuevo ..2 número|teléfono|móvil|celular ..14 roto|rompió|perdí|perdido|cayó|guarda|anterior|whatsapp|averiado",
      "móvil|teléfono|celular ..5 roto|rompió|perdí|robado|robaron|cayó|averiado",
    ],
    family_emergency: [
      "hijo|hija|nieto|nieta|sobrino|familiar ..10 accidente|cárcel|detenido|detenida|fianza|hospital|secuestrado",
    ],
    account_problem: [
      "cuenta|tarjeta|acceso|billetera|suscripción|banca|usuario ..8 bloqueada|suspendida|hackeada|comprometida|limitada|restringida|desactivada|bloqueado|suspendido|suspensión|bloqueo|caducado|será_bloqueada|vulnerada",
      "actividad|acceso|movimiento|transacción|inicio_de_sesión|cargo|compra|transferencia|operación|intento|dispositivo|retiro ..3 sospechosa|sospechoso|inusual|no_autorizado|no_autorizada|fraudulento|fraudulenta|extraño|desconocido|nuevo|no_reconocido",
      "hacker|hackers|estafador|estafadores|alguien|delincuentes ..8 su|tu ..2 cuenta|billetera|tarjeta|nombre|wallet",
    ],
    strange_payment: [
      "transferencia|pago|retiro|cargo ..10 pendiente|en_curso|en_proceso ..6 cuenta|tarjeta",

      "compra|cargo|pago|pedido|transferencia ..8 <amount>|euros|dólares|pesos ..14 no|cancelar|anular|llame|desconoce|reconoce|llama",
    ],
    refund: [
      "reembolso|devolución|reintegro ..10 <link>|recibir|formulario|solicitar|derecho|pendiente|procesar|impuestos",
    ],
    legal_threat: [
      "orden_de_arresto|arresto|demanda|detenido|cárcel|embargo|lavado_de_dinero|blanqueo|narcotráfico|denuncia|orden_de_captura|delito ..10 contra|su|usted|nombre|nacional|judicial|dinero|cuenta",
    ],
    infected_device: [
      "computadora|ordenador|equipo|dispositivo|celular ..6 virus|infectado|infectada|hackeado|hackeada|bloqueado|hackers|malware",
    ],
    parcel_problem: [
      "paquete|envío|pedido|entrega ..8 aduana|pendiente|retenido|detenido|entregar|entregado|tasas|dirección|reprogramar|fallida|almacén|no_se_pudo|incompleta",
    ],
    prize: [
      "ganado|ganador|ganadora|ganaste|premiado|seleccionado|afortunado ..10 premio|lotería|sorteo|euros|dólares|<amount>|iphone|regalo",
    ],
    investment_offer: [
      "ganan|ganas|gana|ganar|obtienen ..3 <number> ..3 al_día|cada_día|diario|por_semana|semanal",

      "dupliqué|tripliqué|multipliqué|duplica|duplique ..4 dinero|ahorros|capital|inversión",
      "rentabilidad|ganancias|ganancia|beneficios|rendimiento ..1 asegurada|aseguradas|asegurados|segura|fija",

      "rentabilidad|ganancias|beneficios|rendimiento|retornos|ganancia ..2 garantizada|garantizadas|garantizados|garantizado|segura|sin_riesgo|diarias",
    ],
    recovery_offer: [
      "recuperamos|recupero ..2 su|sus|tu ..1 $money",

      "localizado|rastreó|rastreado|encontrado|localizamos|rastreamos ..3 sus|tus|los ..1 $money",

      "recuperar|recuperamos|recuperación ..5 $money ..5 perdido|perdidos|robado|robados|estafa|estafado|perdida|robadas|perdidas",
    ],
    job_offer: [
      "tareas|trabajo|empleo ..12 diarios|al_día|por_día|diario ..12 whatsapp|telegram|<handle>",

      "empleo|trabajo ..4 casa|remoto|medio_tiempo|en_línea|online|tiempo_parcial ..12 euros|dólares|<amount>|whatsapp|telegram|día|diarios|gana|ganar",
    ],
    fake_case_id: ["número_de_caso|caso|expediente|referencia|folio|ticket ..3 <number>"],
    urgency: [
      "antes_de|dentro_de ..1 <number> ..1 horas|minutos|días",

      "urgente|urgentemente|inmediatamente|de_inmediato|ahora_mismo|último_aviso|cuanto_antes|lo_antes_posible|última_oportunidad|24_horas|48_horas|ya_mismo|inmediato|rápido",
    ],
    secrecy: [
      "no ..3 diga|digas|comente|cuente|hable|le_cuentes|decir|cuentes|comentar|hablar ..4 nadie|familia|banco|policía|esposo|esposa|mamá|papá|hijos",
      "mantenga|mantener|manténgalo|guarde|guardar|estrictamente|totalmente|investigación|esto_es ..3 confidencial|secreto|secreta|entre_nosotros",
    ],
    stay_on_line: [
      "no|sin ..2 cuelgue|colgar|cuelgues|corte|cuelga",
      "permanezca|manténgase|quédese|siga|quédate ..3 línea|teléfono",
    ],
    threat_of_loss: [
      "o|si_no|de_lo_contrario ..4 cerrada|cancelada|bloqueada|eliminada|desactivada",

      "perder|perderá|perderás|pérdida ..5 $money|acceso|cuenta|todo|ahorros",
      "de_lo_contrario|o_si_no|sino|caso_contrario ..8 bloqueada|suspendida|arrestado|eliminada|perderá|multa|cancelada|detenido|será",
    ],
  },
  warnings: [
    "si ..2 alguien|le|les|te ..2 pide|piden|solicita|solicitan|exige",

    "ningún|ninguno|nadie ..1 empleado|agente|trabajador|asesor|nosotros|nuestro|nuestros",

    "cuidado|ojo|alerta|precaución|atención ..1 con|ante|a ..2 llamadas|quienes|quien|mensajes|correos|personas|sms|supuestos",
    "desconfíe|desconfía|desconfíen|sospeche ..1 de|si",

    "cómo ..1 añado|agrego",
    "puedo ..1 pagar|usar|utilizar|añadir|agregar",
    "nunca|jamás",
    "no ..1 comparta|facilite|dé|haga|le_pediremos|pedimos|pediremos|pedirá|solicitamos|solicitaremos|abra|instale|envíe",
    "estafadores|delincuentes ..3 pueden|piden|intentan|suelen",
  ],
  keptCodes: [
    "código|clave|otp|pin|contraseña ..10 no|nunca ..2 comparta|compartas|diga|digas|facilite|dé|des|revele|comunique ..3 nadie",
    "código|clave|otp|pin|contraseña ..10 no|nunca ..2 comparta|compartas|diga|digas|facilite|dé|des|revele|comunique ..3 nadie ..6 agentes|empleados|banco|nosotros|personal",
    "no|nunca ..2 comparta|compartas|diga|facilite|dé|revele ..3 código|clave ..3 nadie",
    "no|nunca ..2 comparta|compartas|diga|facilite|dé|revele ..3 código|clave ..3 nadie ..6 agentes|empleados|banco|nosotros|personal",
  ],
};
