import type { Language } from "../language.ts";

export const spanish: Language = {
  tag: "es",
  common: `el, la, los, las, un, una, de, del, y, o, es, son, yo, usted, nosotros, tú, él, ella, su, sus, tu, tus, mi, mis, nuestro, nuestra, este, esta, esto, ese, esa, que, qué, cual, cuál, para, por, no, más, en, con, sin, al, a, ha, he, hemos, gracias, hola, si, sí, se, aquí, todo, muy, luego, puede, podría, puedes, favor, cuenta, me, le, les, lo, nos, pero, como, cómo, ya, ahora, está, tiene, hay`,
  items: {
    username:
      "nombre de usuario, usuario, nombre de acceso, login, identificador de acceso, nombre de inicio de sesión, datos de acceso, credenciales, usuarios",
    password:
      "contraseña*, clave, claves, clave de acceso, clave actual, datos de acceso, credenciales, contrasena*, clave de ingreso, palabra de paso",
    two_factor_code: `código, códigos, código|códigos de seguridad|verificación|confirmación|respaldo|recuperación|acceso|autenticación, seis|6 dígitos, dígitos, seis|6 cifras, seis|6 números, número que le|te llegó|ha|aparece, números que le|te|aparecen, número de la|su pantalla|sms, código sms, token, llave de configuración, clave de configuración, clave secreta, otp, qr, código qr, mensaje con el código, sms con el, sms que, pin, cifras`,
    device_approval_code: `código del dispositivo, código de dispositivo, código de aprobación|autorización, enlace|link de aprobación|verificación|confirmación|autorización|acceso|activación, enlace del|en|que|de el|le|su|correo, link del|en correo, correo|mail|email con el enlace|link, correo con .. enlace, correo sobre el nuevo dispositivo, correo de aprobación|autorización, código que le|te llegó por correo, código del correo, código .. por correo`,
    wallet_secret: `frase, frase semilla, frase de recuperación|respaldo|seguridad, frase secreta, semilla, palabras semilla|secretas|clave, palabras de recuperación, doce|12|24|18 palabras, veinticuatro palabras, primera|segunda|tercera|cuarta|quinta|última|siguiente palabra, primeras|últimas palabras, cuatro|tres|dos|cinco|seis primeras|últimas palabras, palabras de su|tu|la, palabra de su|tu|la frase|semilla, palabras del papel, papel con sus|las .. palabras, clave privada, claves privadas, llave privada, llaves privadas, archivo keystore, clave de la billetera, contraseña de la billetera,
      dirección de billetera|retiro|depósito|recepción|destino|wallet, dirección de su|tu|la|una billetera|wallet|monedero|ledger|cartera, dirección del monedero, dirección bitcoin|btc|eth|cripto|usdt|pública, dirección de bitcoin, dirección donde, billetera, monedero, wallet, cartera,
    palabras de la uno|1|primera, palabras # a|al #, las palabras, sus palabras`,
    master_key:
      "clave maestra, llave maestra, clave principal, llave principal, contraseña maestra, clave master, código maestro",
  },
  thing: `código postal, códigos postales, código promocional, código de promoción|descuento|error|reserva|país|referido|invitación|seguimiento|barras|estado|regalo|cupón|área|conducta|banco|oficina, código swift, código del error|país, código que aparece en el error, cupón, gestor de contraseñas, restablecimiento de contraseña, restablecer la|su contraseña, cambio de contraseña, identificador de la|transacción, identificador de la|su transacción, id de la|transacción, id de la|su transacción, hash, hash de la transacción, id público, id público de|del su|cuenta, identificador público, id de cuenta, número de cuenta|caso|ticket|pedido|teléfono|cliente|referencia, número del caso, referencia, captura*, captura de pantalla, mensaje, mensajes, mensaje de error, documento*, comprobante*, factura*, extracto*, pasaporte, identificación, nombre, apellido*, dirección de correo, correo electrónico, dirección postal, domicilio, dirección ip, fecha, hora, importe, monto, cantidad, país, navegador, versión, modelo, zona horaria, pregunta*, prueba, recibo, foto del mensaje|documento|pasaporte, últimos cuatro dígitos de su|la tarjeta, últimos dígitos de su|la tarjeta|cuenta, dígitos de su|la tarjeta|cuenta,
    aplicación de autenticación, app de autenticación, a la dirección, a su|esa|esta dirección, en su billetera, a su billetera, de su billetera, billetera física, aplicación de billetera, detalles, problema, inicio de sesión, nombre del dispositivo, tipo de dispositivo, enlace para restablecer, enlace de restablecimiento, ticket, palabra clave, página de inicio, usuario de telegram`,
  remote: `pantalla, su ordenador, tu ordenador, el ordenador, su computadora, tu computadora, la computadora, su pc, su equipo,
    tu pc, su teléfono de forma remota, acceso remoto, control remoto, asistencia remota, escritorio remoto, este programa,
    esta herramienta, esta aplicación, nuestra herramienta, nuestro programa, número de nueve|9|diez dígitos, id de sesión,
    código de sesión, compartir pantalla, videollamada, zoom, mi conexión, solicitud de conexión, el control,
    control de su|tu, el ratón, acceso a su|tu ordenador|computadora|pc|equipo|pantalla`,
  protection: `verificación en|de dos|2 pasos|factores, autenticación en|de dos|2 pasos|factores, autenticación de doble factor,
    doble factor, segundo factor, dos factores, dos pasos, doble verificación, 2fa, autenticador, llave de acceso,
    llaves de acceso, clave de acceso antigua, passkey*, llave de seguridad, bloqueo*, candado, tiempo de espera,
    período|periodo de espera, plazo*, espera, antivirus, cortafuegos, firewall, dispositivo*, dispositivo antiguo,
    otros dispositivos, teléfono antiguo, ajustes de seguridad, configuración de seguridad, protección*, límite*,
    alerta*, notificaciones, confirmación de retiro, advertencia*, código antiphishing`,
  prompt:
    "notificación*, aviso, solicitud*, petición, push, ventana, mensaje en su teléfono, llave de seguridad, yubikey, huella, inicio de sesión",
  devicePrompt:
    "enlace|link de aprobación|verificación|confirmación|autorización, nuevo dispositivo, este dispositivo, mi dispositivo, enlace del correo, enlace en el correo, enlace que le llegó, solicitud de dispositivo",
  give: `envíe, enviar, envía, envíe me, envíeme, envíame, envíenos, envíanos, enviarme, enviarnos, mande, mandar, manda,
    mándeme, mándame, mándenos, mandarme, diga, decir, dígame, dime, díganos, decirme, decirnos, deme, dame, denos, dar,
    darme, darnos, dar me, lea, leer, léame, léeme, leerme, léanos, facilite, facilitar, facilíteme, facilítanos,
    facilitarme, proporcione, proporcionar, proporcióneme, proporcionarme, proporciona, comparta, compartir, comparte,
    indique, indicar, indíqueme, indícame, indicarme, comunique, comunicar, comuníqueme, reenvíe, reenviar, reenvía,
    reenvíeme, reenvíame, reenviarme, páseme, pásame, pásenos, pasarme, pasar, pasas, me pasa, pase, dicte, dictar,
    dícteme, díctame, dictarme, deletree, deletrear, deletréeme, muestre, mostrar, muéstreme, muéstrame, mostrarme, enseñe,
    enséñeme, enséñame, responda con, responder con, responde con, conteste con, contestar con, repita, repetir, repítame,
    revele, revelar, entregue, entregar, suba, subir, sube, adjunte, adjuntar, fotografíe, foto de su|sus|la|tu, foto del,
    escanee, escríbame, escríbeme, escribirme, transmita, suministre, suministrar, remita, remítame, informe, infórmeme,
    me dice, me da, me envía, me manda, me dices, me das, me mandas, me lee, me facilita, me puede decir|dar|enviar, anote,
    cite, déjeme su|la|el, cuénteme, copie, cópieme, copiarme, cópiame, copiarnos, nos da, nos dé, me da, nos das,
    nos envía, nos dice, nos pasa, si me da, si nos da, responda .. con, responder .. con, conteste .. con`,
  giveIt: `envíemelo, envíamelo, envíemela, envíemelos, envíenoslo, mándemelo, mándamelo, mándemela, dígamelo, dímelo, dígamela,
    démelo, dámelo, démela, léamelo, léemelo, léamelos, páseme lo, pásemelo, pásamelo, pásemela, reenvíemelo, reenvíamelo,
    compártalo, facilítemelo, comuníquemelo, indíquemelo, enviármelo, decírmelo, dármelo, leérmelo, pasármelo, mandármelo,
    díctemelo, me lo envía, me lo dice, me lo da, me lo puede, me lo manda, me la dice, reenvíemelo, reenvíemela, pásemelo,
    me lo reenvía`,
  enter:
    "escriba, escribir, escribe, introduzca, introducir, introduce, ingrese, ingresar, ingresa, pegue, pegar, pega, teclee, teclear, teclea, ponga, poner, pon, confirme, confirmar, confirma, verifique, verificar, valide, validar, complete, completar, rellene, rellenar, importe, importar, sincronice, copie, copiar, copia, use, utilice, inserte, deje, dejar",
  enterIt:
    "escríbalo, escríbelo, péguelo, pégalo, introdúzcalo, ingréselo, póngalo, ponlo, tecléelo, péguela, escríbala, péguelos, escríbalos, cópielo, cópiela, déjelo, confírmelo, pegarlo, escribirlo, introducirlo, ingresarlo, ponerlo",
  carrier: "sms, mensaje de texto",
  confirm: "confirme, confirmar, confirma, confírmeme, confirmarme, verifique, verificar, valide",
  without: "sin su|sus|tu|el|la|las|ese|esa",
  unable: "no puedo, no podemos, no podré, imposible, no se puede, no hay manera",
  want: `cuál es su|tu|el|la, cuál, cuáles son sus|tus|los|las, cuáles, qué, cuál era, necesito, necesitamos, necesitaría,
    necesitaríamos, me hace|haría falta, me hacen falta, nos hace falta, hace falta, me falta, nos falta, me faltan, falta,
    quiero, quisiera, quisiéramos, querría, me gustaría tener|ver|saber|conocer, requiero, requerimos, le pido, le pedimos,
    debo pedirle, tengo que pedirle, tengo que ver|saber, preciso, precisamos, puedo tener|ver|saber|pedirle,
    podría tener|ver|saber|darme|decirme, me permite, tiene su|sus|el|la .. a mano, tiene a mano, recuerda su|la|el,
    se acuerda de, me basta, me bastan, nos basta, basta con, me sirve, me sirven, sin su|el|la|ese, estoy esperando,
    espero, esperamos, solo me queda, pido, exijo, con que me, con las, con los`,
  wantLast: `me basta, me bastan, me sirve, me sirven, basta, necesito, es suficiente, son suficientes, me hace falta`,
  wantIt: `lo necesito, la necesito, los necesito, cuál es, qué dice, qué pone, le escucho, te escucho, adelante, dígame, dime, me lo dice, puedo verlo, qué número es,
    qué dice, qué pone`,
  wantId: "cuál es su|el|tu id|número, qué número|id, dígame|deme|dime|dame el|su número|id|código",
  weaken: `desactive, desactivar, desactiva, desactivemos, apague, apagar, apaga, deshabilite, deshabilitar, deshabilita, quite,
    quitar, quita, elimine, eliminar, elimina, borre, borrar, borra, retire, retirar, levante, levantar, desbloquee,
    desbloquear, desbloquea, reduzca, reducir, reduce, acorte, acortar, baje, bajar, disminuya, rebaje, evite, salte,
    sáltese, omita, omitir, suspenda, suspender, pause, pausar, aumente, aumentar, suba, ignore, ignorar, desinstale,
    desvincule, desvincular, anule, anular, relaje`,
  admit:
    "añada, añadir, añade, agregue, agregar, agrega, incluya, incluir, ponga, poner, pon, meta, autorice, autorizar, registre, registrar, guarde, acepte, apruebe, apunte",
  foreign:
    "esta .. dirección, mi .. dirección, la siguiente dirección, siguiente dirección, nuestra dirección, dirección a su|la, mi dispositivo, este dispositivo, mi teléfono, mi llave, mi número, esta billetera, mi billetera, una nueva dirección de retiro, 0x*, bc1*",
  weakenIt:
    "quítela, quítelo, desactívela, desactívelo, elimínela, elimínelo, bórrela, bórrelo, retírela, retírelo, apáguela, apáguelo, quítala, quítalo, desactívala, desactívalo",
  approve:
    "pulse, pulsar, pulsa, presione, presionar, presiona, apriete, toque, tocar, toca, apruebe, aprobar, aprueba, acepte, aceptar, acepta, confirme, confirmar, confirma, autorice, autorizar, autoriza, haga clic, hacer clic, haz clic, dele, dale, permita, permitir, abra, abrir, responda que sí, diga que sí, elija sí, siga",
  open: "instale, instalar, instala, instálese, descargue, descargar, descarga, abra, abrir, abre, inicie, ejecute, ejecutar, comparta, compartir, comparte, deme, dame, denos, dar, darme, déjeme, déjame, déjenos, dejarme, permítame, permita, permite, autorice, muéstreme, muéstrame, mostrarme, enséñeme, acepte, aceptar, use, utilice, únase, active, conceda, otorgue, otorgar, dígame, dime, envíeme, conéctese, entre en, ceda, cédame, páseme",
  asks: {
    two_factor_code: `qué muestra|dice|pone|aparece .. aplicación|app|teléfono|pantalla|autenticador|móvil, qué número|números|código ve|le|aparece|sale, qué ve en su|la, pulse|presione|toque|apriete|dele aprobar|sí|aceptar|confirmar|permitir, pulse|presione|toque en aprobar|sí|aceptar, dele a aprobar|aceptar, darle a aceptar, pulsar en aceptar, toque su llave, foto de su autenticador, léame lo que, dígame lo que aparece|sale|pone|dice, dígame qué|el número|los números`,
    wallet_secret:
      "a qué billetera|monedero|wallet|dirección|cartera, en qué billetera, adónde|dónde quiere|enviamos|envío|desea .. enviemos|envíe|recibir|enviar, foto del papel, foto de sus palabras, cuáles son las palabras, cuál es la primera|segunda|tercera|cuarta|última palabra, conecte su billetera, sincronice su billetera, a dónde .. enviamos|enviar|mandamos",
    remote_access:
      "tomar el control, tome el control, ver su pantalla, ver tu pantalla, acceder a su ordenador|computadora|equipo|pc, conectarme a su ordenador|computadora|equipo|pc, me conecto a su, muéstreme su cuenta, controlar su ordenador|computadora|equipo",
    weaken_security:
      "esta|mi|la dirección a|en su|la lista, tiempo de espera a cero|0, plazo a cero, ignore la advertencia, cambie su correo|teléfono|número a|por",
    username:
      "con qué usuario, con qué nombre entra|accede|inicia, con qué correo entra|accede|inicia",
    password: "con qué contraseña, ponga como contraseña",
  },
  it: "lo, la, los, las, eso, esto, ese, esa, este, esos",
  us: "me, nos, mí, a mí, a nosotros, a nuestro|mi equipo|agente|compañero|técnico|especialista|soporte, con nosotros, conmigo, nuestro equipo|agente|técnico|especialista|soporte, aquí, abajo, en el chat, en este chat|ticket|mensaje, en esta conversación, chat, en su respuesta, respuesta, por correo|teléfono|sms|mensaje, al soporte, en voz alta, por mí, para mí",
  away: "este formulario, esta página, este sitio, este enlace, este link, el formulario, siguiente enlace|página|formulario, enlace de abajo, mi número, mi correo, mi página, esta herramienta, este portal, este bot, bot, socio, sitio externo, no es nuestra|nuestro, mi telegram, mi whatsapp, documento compartido",
  own: "página de inicio de sesión, página de acceso|ingreso, pantalla de inicio|acceso, nuestra página, nuestro sitio, nuestra web, nuestra aplicación, nuestra app, la aplicación, la app, su cuenta, su perfil, en seguridad, ajustes, configuración, página de seguridad|restablecimiento, para iniciar sesión, al iniciar sesión, cuando inicie sesión, al entrar, para entrar, próxima vez que, usted mismo, en su dispositivo, gestor de contraseñas, en papel, sin conexión, lugar seguro, sitio oficial, aplicación oficial, billetera física, en su ledger|trezor",
  refuse:
    "no, nunca, jamás, nadie, ningún, ninguna, ninguno, ni, tampoco, evite, sin darme|decirme|compartir|pedir, innecesario, en vez de, en lugar de, rechace, niéguese, guarde, conserve",
  hollow: `no dude, no se preocupe, no te preocupes, no hay problema, sin problema, no tenga miedo, no olvide, no se olvide, por qué no, no pasa nada, no tarde, no tardará, no importa, no puedo .. sin, no puedo, no podemos, no podré, no encuentro, no veo, no es toda, no es la frase, no solo, no se guardará, no se lo diré, no le molesta, si no le importa, todavía no, aún no, no tengo, no tenemos, no cuelgue, nadie más, nadie lo verá, no me llega, no hemos recibido, no he recibido,
    dígame si|cuándo|cómo|por, díganos si, hágame saber, avíseme, envíenos un mensaje, contra los estafadores, de los estafadores, por los estafadores, a causa de los, alguien intenta, alguien está intentando, alguien ha intentado, qué problema, cuál es el problema, cuál es la situación, qué tal, qué bien, qué pasa, qué pasó, qué ocurrió, qué ha pasado, deme un momento, déjeme revisar|ver|comprobar, así que,
    a qué hora, qué hora, qué día, en qué momento, qué fecha, qué importe`,
  exception:
    "salvo, excepto, menos a|con|nosotros, a menos, fuera de, que no sea, que no sean, excepción, solo a nosotros|mí, solo con nosotros, aparte de",
  mine: "mi, mis, un nuevo, una nueva",
  but: "pero, sin embargo, aunque, esta vez, hoy, solo, simplemente, entonces, así que, sino",
  or: "o, ni, u",
  third:
    "alguien, quien, quienes, cualquiera, quienquiera, cualquier persona, la persona, una persona, el que llamó|llama, estafador*, delincuente*, ladrón, ladrones, criminal*, impostor*, atacante*, suplantador*, un desconocido, desconocido*, pirata*, hacker*, le pidió, le pidieron, le pide, le piden, le pida, le pidan, le dijo, le dijeron, te pidió, si le piden, phishing, estafa*, fraude*, fraudulent*, falso*, falsa*, se hace pasar, un correo|mensaje que, correos que, mensajes que, por ejemplo, llamó, llamaron",
  past: "le dio, le ha dado, ha dado, ha compartido, compartió, dio su|la, ha introducido, ha instalado, instaló, ha recibido, recibió .. usted, ha cambiado, cambió, ha enviado, ha escrito, veo que, vemos que, gracias por, si ya, si dio|compartió|instaló|escribió, que usted, ha sido, fue, fueron, han sido, denunció, reportó, notificó, le ha llegado, que ha, me alegra que, se ha",
  self: "le envío, le he enviado, le hemos enviado, le enviamos, le enviaré, voy a, vamos a, enviarle, enviarles, decirle, darle, mostrarle, indicarle, le doy, le mando, le indico, le muestro, le daré, te envío, te mando, enviarte, darte, decirte, he eliminado, he enviado, hemos enviado, hemos, he, recibirá, le llegará, debo, debería yo, quiero saber si, quisiera saber si, necesito comprobar|verificar|revisar|saber si, le pediremos, se le pedirá, le pedirá la página",
  whether:
    "si, cuando, cuándo, cómo, por qué, mientras, antes, después, porque, donde, sobre, respecto, acerca, en la que, que pedía, que pide",
  other:
    "cambie, cambiar, cambia, restablezca, restablecer, modifique, elija, elegir, vaya, inicie sesión, iniciar sesión, abra, cree, crear, guarde, conserve, active, activar, solicite, solicitar, pida, pedir, haga clic, espere, oculte, tape, actualice, bloquee, compruebe, consulte, siga, inténtelo, intente, anote, contacte, revise, tiene acceso, desinstale",
  permit:
    "puede desactivar|eliminar|quitar|añadir|agregar|reducir|cambiar, usted puede, podrá, es posible, se puede, permite, para desactivar, para eliminar, para quitar, para añadir, para reducir",
  when: "si usted, cuando, al desactivar, tras, después de, antes de, una vez, para desactivar, para eliminar, que usted, usted mismo, si desactiva, si elimina",
  lost: "perdid*, robad*, que no reconoce, que no conoce, no reconozca, desconocid*, denunció, denunciad*, reportad*, reportó, sospechos*, que no es suyo, comprometid*, ya no tiene, ya no usa, rot*, vendid*, usted solicitó, que usted inició",
  briefly:
    "un momento, un rato, un minuto, unos minutos, brevemente, temporalmente, provisionalmente, por ahora, mientras yo|nosotros|reviso|pruebo|hago, para que yo|pueda|podamos, así puedo|podré, podría, puede usted, puedes, podrías, primero, por favor, solo, y vuelva a intentar, y pruebe",
  more: "y el, y la, y los, y las, ahora, y ahora, ahora el, luego, siguiente, el siguiente, la siguiente, el resto, y el resto, el último, la última, el segundo, la segunda, la tercera, los demás, las demás, el otro, otro, otra, continúe, siga, y después, por favor, la primera, y",
  filler:
    "el, la, los, las, su, sus, tu, tus, un, una, de, del, y, ahora, luego, por, favor, gracias, bien, perfecto, ok, solo, todo, completo, completa, actual, nuevo, ese, este, en, sms, app, teléfono, que, le, a, ya, entonces, otra, vez",
  yes: "sí, si por favor, claro, por supuesto, exacto, exactamente, correcto, por favor, ok, vale, perfecto, adelante, desde luego, de acuerdo",
  offer:
    "necesita, necesitas, quiere, quieres, debo, puedo, tengo que, hace falta, le envío, se lo, enviarle, darle, le doy",
};
