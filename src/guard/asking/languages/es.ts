import type { Language } from "../language.ts";

export const spanish: Language = {
  tag: "es",
  words: `
common: el, la, los, las, un, una, de, del, y, o, es, son, yo, usted, nosotros, tú, él, ella, su, sus, tu, tus, mi, mis,
  nuestro, nuestra, este, esta, esto, ese, esa, que, qué, cual, cuál, para, por, no, más, en, con, sin, al, a, ha, he,
  hemos, gracias, hola, si, sí, se, aquí, todo, muy, luego, puede, podría, puedes, favor, cuenta, me, le, les, lo, nos,
  pero, como, cómo, ya, ahora, está, tiene, hay
i: yo
we: nosotros, nosotras
you: usted, ustedes, tú, te, le, les, vos, se
your: su, sus, tu, tus, suyo, suya
me: me, nos, mí, conmigo, a mí, para mí, a nosotros, con nosotros
my: mi, mis, nuestro, nuestra, nuestros, nuestras
he: él, ella, ellos, ese señor, ese hombre, el tipo
someone: alguien, quien, quienes, cualquiera, otros, desconocid*, extraños, terceros
nobody: nadie, ninguno, ningún agente, ninguno de
it: lo, la, los, las, eso, esto, ese, esa, ello, esos
not: no, ni, tampoco, sin que, ningún, ninguna
never: nunca, jamás, en ningún caso, bajo ningún
nothing: nada, innecesario, no hace falta, no necesita, no necesito
without: sin, si no, mientras no, de lo contrario, hasta que, a menos
only: solo, sólo, solamente, únicamente, nomás, simplemente, nada más
please: por favor, porfa*, porfis, sea tan amable, tenga la bondad, sería tan amable, hágame el favor, sea buena,
  sea bueno, le ruego, sírvase
canyou: puede, puedes, podría, podrías, me puede, me puedes, quiere, le importa, le importaría, puedo, podemos, me da,
  me das, me dice, me pasa, me regala, me facilita, me permite, me lo, me la
must: debe, deberá, tiene que, tienes que, hay que, necesario, requerid*, obligatori*, ha de, tendrá que, es preciso,
  deben, será, me tiene que
ineed: necesito, necesitamos, me falta, me hace falta, hace falta, nos falta, quiero, quisiera, ocupo, preciso,
  voy a necesitar, voy a precisar, quedo a la espera, le pido, me faltaría, nos harán falta, requiero, espero su,
  necesitaría, nos vendría bien, me gustaría
need: necesit*, falta, quier*, hace falta, precis*
thanks: gracias, perdón, disculpe, lamento, muy bien, perfecto, excelente, hizo bien, qué bien, me alegro, estupendo
willdo: he, hemos, voy a, vamos a, le envío, le mando, puedo, podemos, ya he, le enviamos
sothat: para que yo, así lo, así la, así puedo, así le, para poder, yo lo, yo la, yo mismo, y yo, y listo,
  de nuestro lado, por mi parte, en su lugar, por usted, ahorita le, y le, y validamos, para contrastar, mientras yo,
  mientras termino, y lo resuelvo, le desbloqueo, y reviso, para forzar, para migrarle
send: env*, mand*, reenv*, dar, deme, dame, dad, da, facilit*, proporcion*, compart*, entreg*, comunic*, remit*,
  suministr*, regal*, adjunt*, sub*, revel*, aport*, faxe*, ceder, me dé, déme, démelo, pase, pasa, pásame*, paseme*,
  pasar, pasarme*, pasen, pásele*, páselo, pásela, páseme*, pásanos, pasamelo, hág* llegar, alcanc*, suelt*, dej* aquí,
  déjela aquí, déjelo aquí, arrim*, por fax
tell: decir*, dime, dígame, dice, indic*, cuál es, cuál, nombr*, inform*, cuénteme, cánta*, canta*, confirm*, diga,
  dígame*, dígalo, dígal*, dime*, digas, digan, diganos, contar, cuénta*, cuente*, conteste, decirme*, qué pone,
  qué ponía, qué decía, qué dice, revel*, mencion*, dict*
read: lea, leer, léa*, lee, dict*, díct*, deletre*, repit*, repet*, en voz alta, letra por letra
show: muestr*, mostrar*, foto*, captura*, escane*, grab*, video, vídeo, imagen, cámara, enseñ*, duplique, duplicar,
  espej*, captur*, delante de la cámara
type: escrib*, escríb*, introduc*, ingres*, tecle*, pon*, ponga, anot*, apunt*, rellen*, complet*, digit*, mete*, meta,
  metas, meto, meter*, métal*, métel*, metid*
paste: peg*, pégu*, copi*, cópi*, adjunt*, sub*, súb*
reply: respond*, contest*, respuesta
press: puls*, presion*, toqu*, toc*, tóque*, clic, apriet*, dele, dale, darle, elija, seleccion*, dedo, haga clic
approve: aprueb*, aprob*, apruéb*, acept*, acépt*, autoriz*, permit*, confirm*, sí soy yo, soy yo, confi*, valid*,
  deje pasar, confiar, de confianza este
reject: rechac*, rechaz*, recház*, cuelg*, colg*, no fui yo, denieg*, no apruebe
install: instal*, descarg*, descárg*, ejecut*, bájes*, bájate*, bajar, bájel*
uninstall: desinstal*, quite anydesk, elimine teamviewer
open: ábr*, entr*, inici*, visit*, vaya a, acced*, abre*, abra*, abrir*, abrim*
connect: control*, conect*, tomar el control, entrar a su, remoto, mirar su, ver su pantalla
turnoff: desactiv*, apag*, quit*, deshabilit*, levant*, suspend*, desbloque*, salt*, omit*, off, fuera,
  deje .. descansar, paus*
turnon: activ*, encend*, enciend*, reactiv*, activo, activa, activad*, puesto
remove: elimin*, borr*, quit*, desvincul*, saque, sacar, cerr* sesión, retire, retírel*, retirarl*
add: añad*, agreg*, agrég*, inclu*, regist*, dé de alta, alta, whitelist, guard*
raise: sub*, súb*, aument*, elev*, reduzc*, redu*, acort*, baj*, cero, máximo, mínimo, ampli*, baje, bajar, bájelo,
  reduzca, al máximo
ignore: ignor*, haga caso omiso, omit*, dele a continuar, cierre el aviso, no se preocupe, no haga caso, no se asuste
lie: diga al banco, si el banco, responda no, entre nosotros, no mencione, queda entre, llama .. banco,
  si pregunta el banco, diga que se, diga que es, nadie le pidió, equipo de fraude
change: cambi*, cámbi*, modific*, reemplac*, actualiz*, nuevo*, nueva*
reset: restablec*, olvid*, recuper*, restaur*, reinici*
create: cre*, elij*, eleg*, invent*, gener*, configur*
keep: guard*, guárd*, conserv*, papel, cajón, seguro, secreto, imprim*, escond*, bajo llave
protect: proteg*, protección, seguridad, contra
check: comprueb*, comprob*, verific*, revis*, mir*, fij*, consult*, comparar*, compare*, compara, comparo, comparam*
wait: esper*, caduc*, vence, venza, expir*, válid*, minutos, horas, segundos, días, hasta, lunes, martes, miércoles,
  jueves, viernes
try: intent*, prueb*, prob*, de nuevo, otra vez, vuelva a, otro código, pida, solicit*
lockacct: bloque*, congel*
describe: describ*, descríb*, expli*, cuente, qué pasó, con palabras, por escrito
fresh: nuevo, nueva, otro, otr*
password: contraseña*, clave*, pass, credenciales, pin, palabra de paso, segundo recuadro, segunda casilla, la contra,
  su contra, tu contra
username: usuario*, nombre de usuario, nick, alias, login, casilla de arriba, primer recuadro, apodo
code: código*, codigo*, otp, token, dígitos, cifras, numerito, clave dinámica
sms: sms, mensaje*, mensajito*
auth: autenticador*, authenticator, 2fa, dos pasos, doble factor, dos factores, llave de configuración, verificación en
backup: código* de respaldo, código* de reserva, código* de recuperación
qr: qr
seed: semilla, frase*, doce palabras, 24 palabras, 12 palabras, mnemo*, papelito, tarjetita
word: palabra*
privkey: clave privada, llave privada, keystore, claves privadas
wallet: billetera*, wallet*, monedero*, cartera*, ledger, trezor, metamask
address: dirección*, direcciones, address, a dónde, adónde
master: maestra*, bóveda, kit de emergencia, emergency kit, secret key, clave principal
device: dispositivo*, equipo*, aparato*, ordenador, computador*, teléfono*, celular*, celu, móvil, navegador, compu
devmail: nuevo dispositivo, equipo nuevo, nuevo inicio, dispositivo nuevo, nuevo equipo, enlace de aprobación,
  autorizar dispositivo, inicio desde, aviso de equipo
link: enlace*, link*, url, botón, botoncito
mail: correo*, mail*, email*, bandeja, buzón
screen: pantalla*, escritorio, zoom, videollamada, meet
remotetool: anydesk, teamviewer, rustdesk, programa*, programita, complemento, extensión, apk, software, remoto, script,
  herramienta
page: página*, sitio, web, formulario, recuadro, casilla, campo, app, aplicación, ajustes, perfil
ownpage: nuestra página, nuestro sitio, inicio de sesión, en seguridad, la app, en la aplicación, ajustes, oficial*,
  usted mismo, desde perfil
limit: límite*, tope, cupo
lock: bloqueo*, candado
waiting: espera, plazo, 24 horas, 72 horas, tiempo de espera
warning: advertencia*, alerta*, aviso*, antivirus, cartel, cortafuegos, antiphishing
whitelist: lista blanca, destinatario*, beneficiario*, libreta, de confianza, autorizados,
  lista de destinos, direcciones permitidas
prompt: notificación*, solicitud, petición, aviso, push, reloj, vibre, llave de seguridad, yubikey
number: número*, dígito*, cifra*, caracteres, letras
first: primer*, últim*, segund*, tercer*, mitad, siguiente, uno de, una de
now: ahora, ahorita, ya, rápido, enseguida, inmediat*, cuanto antes, apúrele, en cuanto, apenas
past: ha, han, fue, fueron, era, ayer, había, hizo, ya, consta
did: cambió, introdujo, aprobó, recibió, envió, reportó, denunció, llegó, dio, autorizó, instaló, cambiado, puso
here: aquí, acá, abajo, al chat, en el chat, chat, ticket, esta conversación, aki
away: telegram, whatsapp, signal, gmail, google, <link>, <mail>, <handle>, zap
scammer: estaf*, ladrón*, ladrones, intrus*, delincuent*, impostor*, hacker*, fraude*, falso*, falsa*, quien llamó,
  supuesto
says: dijo, dice, pidió, pide, piden, pidieron, quería, exigió, solían, suelen
staff: agente*, soporte, compañero*, técnico*, equipo de, empleado*, asesor*, departamento, especialista
if: si, en caso
when: cuando, tras, después, antes, mientras, al, cada vez, una vez
why: por qué, porque, cómo, por eso, debido
what: qué, cuál, cuáles, con qué, lo que
question: le, tiene, es, está, puede, pudo
ask: pid*, pregunt*, solicit*
txid: transacción, txid, hash, reserva, folio, comprobante, factura, localizador, número de ticket, referencia
error: error*, mensaje de error, falla
public: públic*, id de cuenta, número de cliente
other: código postal, promocional, cupón, descuento, swift, código de área, país, código de error, iban
amount: importe, monto, fecha, cuánto, red, banco, moneda
money: reembolso, transferencia*, pago*, dinero, fondos, monedas, depósito*, retiro*, bitcoin, usdt
problem: problema*, retraso, falla*, tarde, hora, automátic*
sorry: lamento, desgraciadamente, perdón, disculpe, ojalá
enough: basta, alcanza, suficiente, sirve, con eso, me basta, y listo
proof: verificación, identidad, prueba, protocolo, trámite, procedimiento, contrastar, validar
signin: nick, alias, alias de ingreso, usuario de acceso, nombre de cuenta, casilla de arriba, primer recuadro|campo,
  primera casilla, recuadro de arriba, número de cliente de acceso, login, id de usuario, usuario,
  nombre .. entra|accede|ingresa
secret: contra, pass, clave de internet, clave de acceso, segundo recuadro|campo, segunda casilla, recuadro de abajo,
  contraseñas, pin de banca|acceso, palabra secreta, pregunta de seguridad|secreta, respuesta secreta,
  apellido de soltera, clave secreta, la clave, su clave, tu clave, nip
factor: numerito*, token, token móvil, otp, clave dinámica, clave temporal, códigos de respaldo|reserva|recuperación,
  qr, código temporal, seis números, seis cifras, 6 números, 6 cifras, 6 dígitos, mensajito*, número sale, números,
  clave secreta, llave secreta, coordenadas, código de un solo uso, sms, código de seis
newdevice: correo|mail|email|mensaje|aviso .. dispositivo, correo|mail|email|mensaje|aviso .. equipo,
  correo|mail|email|mensaje .. aparato, correo|mail|email|mensaje .. sesión, nuevo inicio de sesión, equipo nuevo,
  nuevo equipo, dispositivo nuevo, inicio desde otro dispositivo, confiar en este equipo|dispositivo, no fui yo,
  autorizar dispositivo|equipo, alta el aparato|equipo|dispositivo, aviso de equipo, correo de autorización,
  inicio inusual, confirmar un equipo
coinsecret: frase semilla, la semilla, palabras, doce palabras, 24 palabras, 12 palabras, tarjetita, papelito, libreta,
  lista de palabras, hoja de respaldo, placa, llave privada, keystore*, archivo keystore, archivo json, última palabra,
  primera palabra, address, dirección de retiro, dirección 0x, dirección de la wallet, a qué dirección, wallet*,
  billetera*, frase, placa de acero, placa de metal
vaultkey: clave maestra, llave maestra, contraseña maestra, maestra, bóveda, kit de emergencia, emergency kit,
  secret key, baúl, 1password, bitwarden, clave principal
protection: dos pasos, doble factor, 2fa, límite*, tope, cupo, bloqueo*, espera, 72 horas, 24 horas, 48 horas, lista
  blanca, cartel, cartel amarillo|rojo, aviso de fraude, advertencia*, alerta*, destinatarios, destinatario*,
  beneficiario*, contactos de confianza, dispositivos autorizados, dispositivos, teléfono viejo, celular viejo,
  libreta de direcciones, fuentes desconocidas, orígenes desconocidos, antivirus, el banco pregunta, si su banco,
  nivel de seguridad, nivel de protección, bloqueo de retirada*, correos de acceso, la espera
remotely: pantalla*, comparta pantalla, compartir pantalla, compu, computadora, ordenador, programita*, complemento,
  extensión, apk, script, powershell, terminal, grabe, graba, grabá, grabar, video, vídeo, zoom, meet, teams, mouse,
  ratón, control remoto, soporte remoto, rustdesk, administrador, control de su|tu, entrar a su|tu, accesibilidad,
  duplique la pantalla, espej*, número de sesión, ayuda remota, asistencia rápida
nod: reloj, duo, botoncito, botón verde|azul, sí soy yo, soy yo, le vibre, te vibre, vibre, notificación*, aviso
criminal: intruso*, ratero*, timador*, ese señor, el tipo, ese hombre, supuesto agente, falso agente, suplant*
yes: claro, por supuesto, dale, vale, okey, que sí, sí claro, sí sí
awhile: un momento, un momentito, un rato, un ratito, de momento, por ahora, temporal*, provisional*, mientras,
  mientras tanto, unos minutos, diez minutos, cinco minutos, una hora, hasta que, luego lo vuelve*, después lo vuelve*,
  lo volvemos, esta noche, durante
thistime: esta vez, por esta vez, hoy, excepción*, excepcional*, caso especial, normalmente, por lo general, de normal,
  pero, sin embargo, aunque, por suerte, solo por hoy
reported: report*, denunci*, robad*, robo, perdid*, perdió, extraviad*, vendid*, nos avisó
unknown: desconocid*, no reconoce*, no conoce*, sospechos*, no es suy*, no es tuy*, extrañ*, rar*
passkey: passkey*, llave de acceso, llaves de acceso, llave de seguridad, llave física, yubikey*, llavecita, huella*,
  biometr*, face id, llave usb
listing: lista, listas, listado, entrada, fila
see: ver, veo, ve, vea, vemos, visto, mira*, mire*, echar un vistazo, fijarse, fíjese
paper: papel*, hoja*, tarjeta*, tarjetita, placa*, acero, metal*, impres*, imprim*, sobre, cajón, libreta, cuaderno,
  nota, ficha
file: archivo*, fichero*, json, pdf, carpeta*, exporte*, exporta*, zip, adjunto
knob: interruptor*, casilla*, marque*, desmarque*, palanca, menú*, opción, opciones, pestaña*, candado*, ajuste*,
  configuración, deslizador, barra
extreme: cero, máximo*, tope, al máximo, millón, nada, ningun*, mínimo*, lo más alto, ilimitad*, a nada,
  cualquier dirección, cualquier destino, todas las direcciones, básico, básica
old: viej*, antigu*, anterior*, actual*, últim*, previ*
bank: banco*, policía, hacienda, sucursal*, agencia*
account: cuenta*, perfil*, saldo*
pretext: sistema*, servidor*, migración, técnic*, prueba*, probando, auditor*, verificación, revisión, sincroniz*,
  arregl*, reparar, mantenimiento, actualización, de mi lado, de nuestro lado, acá, por aquí, formulario*, desbloque*,
  trámite*, cuadr*, proceso*, cotejar*, validar*, validad*, plataforma, operación, incidencia*, ubico, cargo
byitself: automátic*, por sí solo, por sí mism*, solito
whereto: dónde, donde, a dónde, destino, cuál de, a qué dirección
count: dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, doce, veinte, treinta, ambos, ambas, par
still: sigue*, todavía, aún, de nuevo, otra vez, vuelve*
ends: empieza*, comienza*, principio, inicio, acaba*, termina*, iniciales, final
reassure: entre nosotros, lo borro, la borro, borro después, nadie más, prometo, se lo prometo, confíe, confianza,
  cifrad*, no se preocupe, tranquil*, confidencial*, sin miedo, no pasa nada, ni se entera, segur*
impossible: no se puede, no es posible, imposible, no está permitido, no podemos, no puedo, nadie puede, no hace falta,
  no es necesario, no necesit*, no me hace falta, no hay forma, ni nosotros, ni yo, no tiene que, no hay que
call: llam*, colg*, cuelg*, en línea, marcó, por teléfono, al teléfono, telefonaz*
leaveit: deje*, dej*, mantenga*, conserv*, queda*, siga, tal cual, como está
login: acceso*, acced*, entrar, entra, inicio de sesión, iniciar sesión, inicia*, sesión, sesiones, ingres*, login,
  conecta*
finish: listo*, lista ya, terminad*, hecho, ya está, acabado, finaliz*, complet*
name: nombre*, apodo*, alias, llama
nowhere: en ningún otro, ningún lado, ningún sitio, nadie más, nada más, en otro sitio
whole: tod*, enter*, complet*, íntegr*
appear: aparece*, aparecer*, sale, saldrá, salta*, surg*, va a salir, emergente
arrive: llega*, llegó, llegado, llegue, recib*, entró, entrado, cayó, le va a llegar, vino, viene
proceed: continúe*, continu*, siga adelante, adelante, prosiga*, ignore y, igualmente
fine: normal*, está bien, todo en orden, correct*, perfect*, no hay problema, todo bien, ningún problema, muy bien,
  menos mal
have: tiene*, tienes, tenés, a mano, dispone*, a la mano
saved: guard*, anot*, apunt*, registrad*, grabad*, almacen*
document: factura*, recibo*, pasaporte*, comprobante*, extracto*, dni, nacimiento, documento*, carta*, paquete*,
  certificad*, sobre, carné, carnet, selfi*, nómina*, justificante*, anverso, reverso, escritura*
date: mañana, lunes, martes, miércoles, jueves, viernes, sábado, domingo, enero, febrero, marzo, abril, mayo, junio,
  julio, agosto, septiembre, octubre, noviembre, diciembre, mediodía, medianoche, tarde, noche
letin: déjeme, deje que yo, deje pasar, dejar pasar, entro yo, me meto, yo entro, ingreso yo, entrar yo, permítame,
  autorice
own: suy*, tuy*, propi*
screenshot: captura, capturas, pantallazo*
`,
};
