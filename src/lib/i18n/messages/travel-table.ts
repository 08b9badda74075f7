import type { Messages } from '../locale';

/** The editable travel table and why its shipped numbers are what they are. */
export const travelTable: Messages = {
  'travel-title': { en: 'Travel table', 'zh-CN': '行车速度表' },
  'travel-open': { en: 'Edit the travel table', 'zh-CN': '修改行车速度表' },
  'travel-table': { en: 'Table', 'zh-CN': '速度表' },
  'travel-shipped': { en: 'Shipped table', 'zh-CN': '内置表' },
  'travel-unsaved': { en: 'Trial, not saved', 'zh-CN': '试算，未保存' },
  'travel-in-force-mark': { en: '{name} (in force)', 'zh-CN': '{name}（在用）' },
  'travel-subtitle-shipped': { en: 'Shipped table, in force for all desks', 'zh-CN': '内置表，各席位在用' },
  'travel-subtitle-shipped-trial': { en: 'Shipped table, tried on this screen', 'zh-CN': '内置表，仅本屏试用' },
  'travel-subtitle-real': {
    en: '{name}, in force for all desks · {count, plural, one {# number differs} other {# numbers differ}} from shipped',
    'zh-CN': '{name}，各席位在用 · 与内置值不同 {count, number} 处'
  },
  'travel-subtitle-trial': {
    en: '{name}, tried on this screen · {count, plural, one {# number differs} other {# numbers differ}} from shipped',
    'zh-CN': '{name}，仅本屏试用 · 与内置值不同 {count, number} 处'
  },
  'travel-subtitle-unsaved': {
    en: 'Tried on this screen, not saved · {count, plural, one {# number differs} other {# numbers differ}} from shipped',
    'zh-CN': '仅本屏试用，未保存 · 与内置值不同 {count, number} 处'
  },
  'travel-fault': {
    en: 'The table “{name}” is marked as in force but cannot be read ({field}); it is passed over.',
    'zh-CN': '速度表“{name}”标为在用但无法读取（{field}），已跳过。'
  },
  'travel-vehicle': { en: 'Vehicle class', 'zh-CN': '车型' },
  'travel-part': { en: 'Part of the table', 'zh-CN': '表的部分' },
  'travel-part-speeds': { en: 'Speeds', 'zh-CN': '车速' },
  'travel-part-surfaces': { en: 'Surfaces', 'zh-CN': '路面' },
  'travel-part-joining': { en: 'To the road', 'zh-CN': '接入道路' },
  'travel-part-grades': { en: 'Grades', 'zh-CN': '坡度' },
  'travel-lead-speeds': {
    en: 'km/h on flat, paved road, before surface, sign and grade. 0 = not passable.',
    'zh-CN': '平直铺装路面上的公里/时，未计路面、限速和坡度。0 为不可通行。'
  },
  'travel-lead-surfaces': {
    en: 'What is left of the speed on a surface: speed × factor.',
    'zh-CN': '各种路面保留的车速：车速 × 系数。'
  },
  'travel-lead-joining': {
    en: 'How a village or site joins the road, the same for all vehicles.',
    'zh-CN': '村庄与机构如何接入道路，各车型相同。'
  },
  'travel-lead-grades': {
    en: 'Greatest speed of motor vehicles on a grade, linear between the rows. Walkers follow Tobler’s function.',
    'zh-CN': '机动车在坡上的最高车速，行间线性内插。步行按 Tobler 函数。'
  },
  'travel-map-shows': { en: 'The map shows {vehicle}.', 'zh-CN': '地图显示的是{vehicle}。' },
  'travel-map-show': { en: 'Show {vehicle}', 'zh-CN': '显示{vehicle}' },
  'travel-season-shown': { en: '{season}, shown on the map', 'zh-CN': '{season}，地图所示' },
  'travel-season-show': { en: '{season}: show on the map', 'zh-CN': '{season}：在地图上显示' },
  'travel-on-map': { en: 'on the map', 'zh-CN': '地图所示' },
  'travel-group-main': { en: 'Main roads', 'zh-CN': '干线公路' },
  'travel-group-local': { en: 'Local roads', 'zh-CN': '乡村与居民区道路' },
  'travel-group-tracks': { en: 'Tracks', 'zh-CN': '机耕路' },
  'travel-group-paths': { en: 'Paths', 'zh-CN': '步道与小路' },
  'travel-group-ferry': { en: 'Water', 'zh-CN': '水路' },
  'travel-road-class': { en: 'Road class', 'zh-CN': '道路等级' },
  'travel-surface': { en: 'Surface', 'zh-CN': '路面' },
  'travel-limit': { en: 'Limit', 'zh-CN': '限速' },
  'travel-setting': { en: 'Setting', 'zh-CN': '设置' },
  'travel-value': { en: 'Value', 'zh-CN': '数值' },
  'travel-grade-row': { en: 'Row {row, number}', 'zh-CN': '第 {row, number} 行' },
  'travel-grade': { en: 'Grade, %', 'zh-CN': '坡度 %' },
  'travel-grade-kmh': { en: 'At most, km/h', 'zh-CN': '最高 公里/时' },
  'travel-joining-walkKmh': { en: 'Walk to the road', 'zh-CN': '步行到道路' },
  'travel-joining-snapLimitMetres': { en: 'Farthest from a road', 'zh-CN': '离道路最远' },
  'travel-joining-reachableRoadMetres': { en: 'Least road of a reachable part', 'zh-CN': '可达路网最短总长' },
  'travel-joining-walkingFloorKmh': { en: 'Slowest walk on a slope', 'zh-CN': '坡上步行最慢' },
  'travel-group-land': { en: 'Walking off the road', 'zh-CN': '道路以外步行' },
  'travel-land-way': { en: 'Where a road or path crosses', 'zh-CN': '有道路或小路经过' },
  'travel-land-built': { en: 'Built-up', 'zh-CN': '建成区' },
  'travel-land-bare': { en: 'Bare ground', 'zh-CN': '裸地' },
  'travel-land-crops': { en: 'Crops', 'zh-CN': '农田' },
  'travel-land-grass': { en: 'Grass', 'zh-CN': '草地' },
  'travel-land-shrub': { en: 'Shrub', 'zh-CN': '灌丛' },
  'travel-land-tree': { en: 'Trees', 'zh-CN': '林地' },
  'travel-land-snow': { en: 'Snow and ice', 'zh-CN': '冰雪' },
  'travel-land-unknown': { en: 'Cover not known', 'zh-CN': '地表未知' },
  'travel-land-water': { en: 'Water', 'zh-CN': '水体' },
  'travel-unit-kmh': { en: 'km/h', 'zh-CN': '公里/时' },
  'travel-unit-times': { en: '×', 'zh-CN': '倍' },
  'travel-unit-metres': { en: 'm', 'zh-CN': '米' },
  'travel-unit-percent': { en: '%', 'zh-CN': '%' },
  'travel-shut': { en: 'shut', 'zh-CN': '不通' },
  'travel-cell': { en: '{row}, {column}, {unit}', 'zh-CN': '{row}，{column}，{unit}' },
  'travel-cell-changed': {
    en: '{row}, {column}, {unit}, shipped {shipped}',
    'zh-CN': '{row}，{column}，{unit}，内置值 {shipped}'
  },
  'travel-was': { en: 'shipped {value}', 'zh-CN': '内置 {value}' },
  'travel-restore': { en: 'Back to {value}', 'zh-CN': '恢复 {value}' },
  'travel-facts': { en: 'About this number', 'zh-CN': '此数值说明' },
  'travel-facts-empty': {
    en: 'Choose a number to see why it is so. Arrows move, Enter keeps, Esc takes back.',
    'zh-CN': '选一个数值查看依据。方向键移动，回车确认，Esc 取消。'
  },
  'travel-effect-none': {
    en: 'Change a number: the map and the figures answer at once.',
    'zh-CN': '改动任一数值，地图与数字立即更新。'
  },
  'travel-effect': {
    en: 'Over {minutes, number} min from {care}, or no way',
    'zh-CN': '到{care}超过 {minutes, number} 分钟或不通'
  },
  'travel-effect-villages': { en: '{before} → {after} villages', 'zh-CN': '{before} → {after} 个村' },
  'travel-effect-same': { en: 'no change', 'zh-CN': '不变' },
  'travel-effect-moved': {
    en: '{count, plural, =0 {No village’s time changes} one {# village’s time changes} other {# villages’ times change}}',
    'zh-CN': '{count, plural, =0 {各村时间不变} other {# 个村时间改变}}'
  },
  'travel-back': { en: 'Back to the shipped table', 'zh-CN': '恢复内置表' },
  'travel-name': { en: 'Name this table', 'zh-CN': '为速度表命名' },
  'travel-save': { en: 'Save as scenario', 'zh-CN': '存为方案' },
  'travel-use': { en: 'Use for all desks', 'zh-CN': '各席位启用' },
  'travel-use-hint': {
    en: 'Real: times change at every desk. Undo takes it back.',
    'zh-CN': '实际改动：各席位时间随之改变，可撤销。'
  },
  'travel-saved': {
    en: 'Travel table “{name}” is saved; it is in force for nobody yet.',
    'zh-CN': '速度表“{name}”已保存，尚未启用。'
  },
  'travel-in-use': {
    en: 'Travel table “{name}” is in force for all desks.',
    'zh-CN': '速度表“{name}”已在各席位启用。'
  },
  'travel-in-use-shipped': {
    en: 'The shipped travel table is in force for all desks.',
    'zh-CN': '内置速度表已在各席位启用。'
  },

  'travel-why-free-flow': { en: 'Legal free flow.', 'zh-CN': '法定自由流车速。' },
  'travel-why-highway': {
    en: 'Design speed of third- and fourth-class highways in hills (JTG B01-2014: 40/30 and 30/20 km/h), with what an ambulance makes of it by day.',
    'zh-CN': '山岭区三、四级公路设计速度（JTG B01-2014：40/30、30/20 公里/时），并计救护车白天实际车速。'
  },
  'travel-why-local': {
    en: 'A mountain county: narrow carriageways, villages along the road, no lighting.',
    'zh-CN': '山区县道况：路面窄、沿路有村庄、无照明。'
  },
  'travel-why-yard': { en: 'Yards and shared space, not through roads.', 'zh-CN': '院内与人车共用道路，非过境路。' },
  'travel-why-track': {
    en: 'From solid (grade 1) to soft (grade 5), as OpenStreetMap defines tracktype.',
    'zh-CN': '按 OpenStreetMap 的 tracktype：1 级硬实至 5 级松软。'
  },
  'travel-why-track-ungraded': {
    en: 'A track without a grade is taken as grade 3.',
    'zh-CN': '无分级的机耕路按 3 级。'
  },
  'travel-why-path-motor': {
    en: 'Too narrow for four wheels; an ambulance may enter a pedestrian street.',
    'zh-CN': '四轮车辆不能通行；救护车可进步行街。'
  },
  'travel-why-path-motorcycle': {
    en: 'Motorcycles may use paths, not steps.',
    'zh-CN': '摩托车可走小路，不能走台阶。'
  },
  'travel-why-ferry': {
    en: 'A ferry without a stated duration: speed of small inter-island boats.',
    'zh-CN': '未标明航时的轮渡：按岛际小船航速。'
  },
  'travel-why-ordinary': {
    en: '10 % slower than an ambulance: no siren, laden vans.',
    'zh-CN': '比救护车慢一成：无警报，货车载重。'
  },
  'travel-why-motorcycle': {
    en: 'Loses less on narrow tracks and more on main roads.',
    'zh-CN': '窄路上损失较小，干线上损失较大。'
  },
  'travel-why-wet': { en: 'Wet: about 10 % off on made roads.', 'zh-CN': '雨季：修筑道路约减一成。' },
  'travel-why-wet-track': { en: 'Wet: about a third off on tracks.', 'zh-CN': '雨季：机耕路约减三分之一。' },
  'travel-why-snow': { en: 'Snow: half, chains on; steep tracks shut.', 'zh-CN': '雪季：减半，装防滑链；陡路不通。' },
  'travel-why-walking': {
    en: '4 km/h on any made way, 3.5 on a path, with loads and children; steps 2.',
    'zh-CN': '修筑道路 4、小路 3.5、台阶 2 公里/时，携物带儿童。'
  },
  'travel-why-surface-unknown': {
    en: 'Nothing recorded: the class keeps its own speed.',
    'zh-CN': '无路面记录：按该等级车速。'
  },
  'travel-why-surface-paved': { en: 'The class speed is meant for paved road.', 'zh-CN': '等级车速即指铺装路面。' },
  'travel-why-surface-rough': {
    en: 'Rough paving and gravel cost comfort and grip.',
    'zh-CN': '粗糙铺装与碎石损失舒适与附着。'
  },
  'travel-why-surface-earth': {
    en: 'Earth holds up dry and turns to mud wet: × 0.8 of its dry factor.',
    'zh-CN': '土路干时可行，雨时泥泞：为干时系数的 0.8。'
  },
  'travel-why-surface-soft': {
    en: 'Soft ground (sand, mud) is walking pace.',
    'zh-CN': '松软地面（沙、泥）与步行相当。'
  },
  'travel-why-surface-frozen': { en: 'Frozen ground makes earth and gravel alike.', 'zh-CN': '冻结后土路与碎石相近。' },
  'travel-why-surface-motorcycle': {
    en: 'On two wheels loose ground costs less width but more grip when wet.',
    'zh-CN': '两轮车在松散路面上通过性好，但湿时附着差。'
  },
  'travel-why-surface-walking': {
    en: 'Walkers lose little except on soft ground.',
    'zh-CN': '步行除松软地面外损失很小。'
  },
  'travel-why-grade': {
    en: 'Design speed and greatest grade of JTG B01-2014, read backwards; beyond 9 % down to first gear.',
    'zh-CN': 'JTG B01-2014 设计速度与最大纵坡的反查值；9% 以上降至一挡车速。'
  },
  'travel-why-walkKmh': {
    en: 'On foot from a place to its road, straight, with loads and children; no slope.',
    'zh-CN': '由地点直线步行到道路，携物带儿童，不计坡度。'
  },
  'travel-why-offRoadKmh': {
    en: 'Level ground; the slope comes on top (Tobler). AccessMod 5’s example speeds × 0.8, as 4 km/h on a made way are to their 5. 0 is a barrier.',
    'zh-CN':
      '平地速度，另按坡度折减（Tobler）。取 AccessMod 5 示例速度的 0.8 倍，与本表道路步行 4 公里/时对其 5 公里/时一致。0 为不可通行。'
  },
  'travel-why-snapLimitMetres': {
    en: 'A place farther than this from every usable road has no time, and says so.',
    'zh-CN': '离任何可用道路更远的地点不给时间，并说明原因。'
  },
  'travel-why-reachableRoadMetres': {
    en: 'A part of the road net takes places only with a facility or at least this much road.',
    'zh-CN': '路网的一部分须有机构或至少这么长的道路，才接入地点。'
  },
  'travel-why-walkingFloorKmh': {
    en: 'Tobler’s function falls without end on cliffs and bad elevation; nobody is slower than this.',
    'zh-CN': 'Tobler 函数在陡崖和错误高程处趋零；不低于此值。'
  }
};
