/** Wording of the guide, both languages side by side: `{name}` stands for a value. */
export type GuideLanguage = 'zh-CN' | 'en';
type Words = Record<GuideLanguage, string>;

export const GUIDE_WORDS = {
  title: { 'zh-CN': '让这台设备信任绿通', en: 'Let this device trust Greenlane' },
  why: {
    'zh-CN':
      '绿通在本单位内网运行，连接加密所用的证书由这台服务器自己签发。每台手机、电脑和大屏只需安装一次它的根证书；之后离线打开、手机定位和安全登录都能使用。',
    en: 'Greenlane runs inside your own network and signs its own certificates. Each phone, computer and wall screen installs its authority once; then opening without a line, phone position and private sign-in all work.'
  },
  stepDownload: { 'zh-CN': '一、下载根证书', en: '1. Download the authority' },
  download: { 'zh-CN': '下载 greenlane-ca.crt', en: 'Download greenlane-ca.crt' },
  pem: { 'zh-CN': 'PEM 格式', en: 'as PEM' },
  stepCompare: { 'zh-CN': '二、核对指纹', en: '2. Compare the fingerprint' },
  compare: {
    'zh-CN':
      '打开下载的证书，查看它的 SHA-256 指纹，与管理员当面或电话告知的逐组核对（服务器启动时显示）。不一致就不要安装，并报告管理员：此页未加密，可能被篡改。',
    en: 'Open the downloaded certificate, look at its SHA-256 fingerprint, and compare it group by group with what your administrator tells you in person or by telephone (the server shows it when it starts). If they differ, do not install it and report it: this page is not encrypted and could have been altered.'
  },
  stepInstall: { 'zh-CN': '三、安装', en: '3. Install it' },
  stepOpen: { 'zh-CN': '四、打开绿通', en: '4. Open Greenlane' },
  open: { 'zh-CN': '打开 {address}', en: 'Open {address}' },
  openNote: {
    'zh-CN': '不应再出现证书警告。若仍有警告，重启浏览器后再试；请收藏此地址。',
    en: 'No certificate warning should appear any more. If one does, restart the browser and try again. Bookmark this address.'
  },
  unnamed: {
    'zh-CN': '证书里没有“{name}”这个名称，用它打开会出现警告。请管理员以 TLS_NAMES={name} 重新启动，或改用：{others}。',
    en: 'The certificate does not name “{name}”, so opening it that way would show a warning. Ask your administrator to start with TLS_NAMES={name}, or use one of: {others}.'
  },
  valid: { 'zh-CN': '有效期至 {date}', en: 'Valid until {date}' }
} satisfies Record<string, Words>;

interface Device {
  name: Words;
  steps: Words[];
}

export const DEVICES: Device[] = [
  {
    name: { 'zh-CN': '安卓、鸿蒙手机', en: 'Android and HarmonyOS phones' },
    steps: [
      {
        'zh-CN': '打开“设置”，搜索“CA 证书”（或“加密与凭据 → 从存储设备安装 → CA 证书”）。',
        en: 'Open Settings and search for “CA certificate” (or Encryption & credentials → Install a certificate → CA certificate).'
      },
      {
        'zh-CN': '点“仍要安装”，输入锁屏密码，选择下载的 greenlane-ca.crt。没有锁屏密码的手机会要求先设置。',
        en: 'Choose “Install anyway”, enter the screen lock and pick the downloaded greenlane-ca.crt. A phone without a screen lock asks you to set one first.'
      },
      {
        'zh-CN': '请用 Chrome、Edge 或系统自带浏览器；Firefox 还需在其设置中允许使用系统证书。',
        en: 'Use Chrome, Edge or the browser that came with the phone; Firefox must also be told to use the system’s certificates.'
      }
    ]
  },
  {
    name: { 'zh-CN': 'iPhone、iPad', en: 'iPhone and iPad' },
    steps: [
      {
        'zh-CN': '用 Safari 下载并点“允许”，再到“设置 → 通用 → VPN 与设备管理”安装该描述文件。',
        en: 'Download it with Safari and choose “Allow”, then install the profile under Settings → General → VPN & Device Management.'
      },
      {
        'zh-CN': '再到“设置 → 通用 → 关于本机 → 证书信任设置”，打开 Greenlane 的开关。少了这一步仍不受信任。',
        en: 'Then turn Greenlane on under Settings → General → About → Certificate Trust Settings. Without this step it is not trusted.'
      }
    ]
  },
  {
    name: { 'zh-CN': 'Windows', en: 'Windows' },
    steps: [
      {
        'zh-CN': '双击 greenlane-ca.crt → “安装证书” → “本地计算机”（没有权限时选“当前用户”）。',
        en: 'Double-click greenlane-ca.crt → Install Certificate → Local Machine (Current User where you lack the rights).'
      },
      {
        'zh-CN': '选“将所有的证书都放入下列存储” → “浏览” → “受信任的根证书颁发机构”，完成后重启浏览器。',
        en: 'Choose “Place all certificates in the following store” → Browse → Trusted Root Certification Authorities; restart the browser afterwards.'
      }
    ]
  },
  {
    name: { 'zh-CN': 'macOS', en: 'macOS' },
    steps: [
      {
        'zh-CN': '双击 greenlane-ca.crt，加入“系统”钥匙串。',
        en: 'Double-click greenlane-ca.crt and add it to the System keychain.'
      },
      {
        'zh-CN': '在“钥匙串访问”中双击 Greenlane → “信任” → 使用此证书时“始终信任”。',
        en: 'In Keychain Access, double-click Greenlane → Trust → When using this certificate: Always Trust.'
      }
    ]
  },
  {
    name: { 'zh-CN': '指挥大屏', en: 'Wall screens' },
    steps: [
      {
        'zh-CN': '大屏由 Windows 电脑驱动的，按上面 Windows 安装；安卓一体机，按安卓安装。',
        en: 'A wall driven by a Windows computer is set up as Windows above, an Android display as Android.'
      },
      {
        'zh-CN':
          'Linux（统信、麒麟等）：以放映用户执行 certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Greenlane -i greenlane-ca.crt，再重启 Chromium。',
        en: 'Linux: as the user that shows the wall, run certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Greenlane -i greenlane-ca.crt, then restart Chromium.'
      }
    ]
  }
];

export function word(words: Words, language: GuideLanguage, values: Record<string, string> = {}): string {
  return words[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
