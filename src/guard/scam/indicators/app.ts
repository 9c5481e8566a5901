import { Matcher } from "../matcher.ts";
import { parsePattern } from "../pattern.ts";
import type { Token } from "../tokens.ts";
import type { Indicator } from "./indicator.ts";

/** Programs that let somebody else see or steer a device, by the name of their makers, with how people say them. */
const names: Readonly<Record<string, string>> = {
  AnyDesk:
    "anydesk|any_desk|anydisk|애니데스크|애니_데스크|エニーデスク|エニデスク|энидеск*|эни_деск*|энидэск*|эни_дэск*",
  TeamViewer:
    "teamviewer|team_viewer|teamviwer|quicksupport|quick_support|팀뷰어|팀_뷰어|チームビューア|チームビューワ|тимвьювер*|тим_вьювер*|тимвивер*",
  UltraViewer: "ultraviewer|ultra_viewer|울트라뷰어|ультравьювер*",
  UltraVNC: "ultravnc|ultra_vnc",
  Supremo: "supremo",
  RustDesk: "rustdesk|rust_desk|러스트데스크|растдеск*|раст_деск*",
  ScreenConnect: "screenconnect|screen_connect|connectwise",
  LogMeIn: "logmein|log_me_in_rescue|logmein123|로그미인",
  GoTo: "gotoassist|go_to_assist|fastsupport|fast_support|gotomypc",
  Splashtop: "splashtop",
  "Zoho Assist": "zoho_assist",
  Aeroadmin: "aeroadmin|aero_admin",
  Ammyy: "ammyy",
  ShowMyPC: "showmypc|show_my_pc",
  Iperius: "iperius",
  HopToDesk: "hoptodesk|hop_to_desk",
  AirDroid: "airdroid|air_droid",
  DWService: "dwservice",
  RemotePC: "remotepc",
  Alpemix: "alpemix",
  "Quick Assist": "quick_assist",
  "Chrome Remote Desktop": "chrome_remote_desktop",
  LiteManager: "litemanager|lite_manager",
  Getscreen: "getscreen",
  QuickSupport: "퀵서포트|퀵_서포트|クイックサポート",
  Sunlogin: "sunlogin|awesun|向日葵",
  ToDesk: "todesk|to_desk",
  HelpU: "helpu|헬프유",
};

let made: Matcher | undefined;

/** The remote-control programs that a text names. */
export function findApps(tokens: readonly Token[]): Indicator[] {
  made ??= new Matcher(Object.values(names).map((words) => parsePattern(words, {})));
  const known = Object.keys(names);
  const found = new Set(made.find(tokens).map(({ pattern }) => known[pattern] ?? ""));
  return Array.from(found, (value) => ({ type: "app", value }));
}
