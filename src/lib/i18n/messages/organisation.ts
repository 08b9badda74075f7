import type { Messages } from '../locale';

/** Administration of the county's organisation: posts, duty roster, zones, alliances, suppliers. */
export const organisation: Messages = {
  'org-parts': { en: 'Parts of the organisation', 'zh-CN': '机构与值班内容' },
  'org-part-posts': { en: 'Posts', 'zh-CN': '岗位' },
  'org-part-duty': { en: 'Duty roster', 'zh-CN': '值班表' },
  'org-part-zones': { en: 'Zones', 'zh-CN': '片区' },
  'org-part-alliances': { en: 'Alliances', 'zh-CN': '医联体' },
  'org-part-suppliers': { en: 'Suppliers', 'zh-CN': '药品保供' },
  'org-lacking': { en: '{count, plural, one {# lacking} other {# lacking}}', 'zh-CN': '{count, number} 处短板' },
  'org-loading': { en: 'Opening {part}', 'zh-CN': '正在打开{part}' },
  'org-read-only': { en: 'Your role reads this page.', 'zh-CN': '您的角色只能查看此页。' },
  'org-county': { en: 'Whole county', 'zh-CN': '全县' },
  'org-unit': { en: 'Unit', 'zh-CN': '单位' },
  'org-unit-all': { en: 'All units', 'zh-CN': '全部单位' },
  'org-edit': { en: 'Edit', 'zh-CN': '修改' },
  'org-save': { en: 'Save', 'zh-CN': '保存' },
  'org-remove': { en: 'Remove', 'zh-CN': '删除' },
  'org-none': { en: 'none', 'zh-CN': '无' },
  'org-name': { en: 'Name', 'zh-CN': '名称' },
  'org-name-zh': { en: 'In Chinese', 'zh-CN': '中文名' },
  'org-name-en': { en: 'In English', 'zh-CN': '英文名' },
  'org-name-missing': { en: 'Give a name.', 'zh-CN': '请填写名称。' },
  'org-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'org-telephone-form': {
    en: 'This cannot be dialled: digits, with + - ( ) / or spaces between, e.g. 023-7555 1234.',
    'zh-CN': '该号码无法拨打：请填数字，可含 + - ( ) / 和空格，如 023-7555 1234。'
  },
  'org-people': { en: 'People', 'zh-CN': '人口' },
  'org-villages': { en: 'Villages', 'zh-CN': '村' },
  'org-township': { en: 'Township', 'zh-CN': '乡镇' },
  'org-hospital': { en: 'Hospital', 'zh-CN': '医院' },
  'org-hospital-none': { en: 'No hospital yet', 'zh-CN': '未定医院' },

  'org-posts-summary': {
    en: '{empty, plural, =0 {All {total, number} posts are held.} one {# of {total, number} posts is empty.} other {# of {total, number} posts are empty.}}',
    'zh-CN': '{empty, plural, =0 {{total, number} 个岗位全部在岗。} other {{total, number} 个岗位中 # 个空缺。}}'
  },
  'org-posts-none': { en: 'No post is wanted of this unit.', 'zh-CN': '该单位没有应设岗位。' },
  'org-posts-none-empty': { en: 'No post is empty here.', 'zh-CN': '这里没有空岗。' },
  'org-posts-only-empty': { en: 'Only empty posts', 'zh-CN': '只看空岗' },
  'org-posts-add': { en: 'Further post', 'zh-CN': '增设岗位' },
  'org-post': { en: 'Post', 'zh-CN': '岗位' },
  'org-post-kind': { en: 'Kind of post', 'zh-CN': '岗位类别' },
  'org-post-state': { en: 'State', 'zh-CN': '状态' },
  'org-post-fill': { en: 'Fill', 'zh-CN': '填写' },
  'org-post-fill-of': { en: 'Fill the post {post}', 'zh-CN': '填写岗位：{post}' },
  'org-post-edit-of': { en: 'Edit the post {post}', 'zh-CN': '修改岗位：{post}' },
  'org-post-name-of': { en: '{field}, {post}', 'zh-CN': '{post}，{field}' },
  'org-person': { en: 'Name', 'zh-CN': '姓名' },
  'org-deputy': { en: 'Deputy', 'zh-CN': '备岗' },
  'org-deputy-telephone': { en: 'Deputy’s telephone', 'zh-CN': '备岗电话' },

  'org-duty-summary': {
    en: '{hours, plural, =0 {Somebody is on duty every hour until {until}.} one {Nobody is on duty for # hour until {until}.} other {Nobody is on duty for # hours until {until}.}}',
    'zh-CN': '{hours, plural, =0 {到 {until} 每小时都有人值班。} other {到 {until} 共有 # 小时无人值班。}}'
  },
  'org-duty-spans': { en: 'Hours without anybody', 'zh-CN': '值班空档' },
  'org-duty-hours': {
    en: '{hours, plural, one {# hour} other {# hours}}',
    'zh-CN': '{hours, number} 小时'
  },
  'org-duty-cover': { en: 'Add a shift', 'zh-CN': '补排班次' },
  'org-duty-cover-of': { en: 'Add a shift for {span}', 'zh-CN': '补排 {span} 的班次' },
  'org-duty-gap': { en: 'Nobody on duty, {span}', 'zh-CN': '{span} 无人值班' },
  'org-duty-nobody': { en: '{from} nobody', 'zh-CN': '{from} 无人' },
  'org-duty-week': { en: 'Roster, {from} to {until}', 'zh-CN': '{from} 至 {until} 值班表' },
  'org-duty-before': { en: 'Week before', 'zh-CN': '上一周' },
  'org-duty-after': { en: 'Week after', 'zh-CN': '下一周' },
  'org-duty-today': { en: 'Today', 'zh-CN': '今天' },
  'org-duty-now': { en: 'On duty now: {people}.', 'zh-CN': '当前值班：{people}。' },
  'org-duty-now-nobody': { en: 'Nobody is on duty now.', 'zh-CN': '当前无人值班。' },
  'org-duty-keys': {
    en: 'Arrow keys go from shift to shift, Enter opens one, N adds one.',
    'zh-CN': '方向键在班次间移动，回车打开，N 新增。'
  },
  'org-duty-zone': {
    en: 'All times on the county’s clocks (UTC{zone}).',
    'zh-CN': '所有时间为本县时间（UTC{zone}）。'
  },
  'org-duty-own-roster': {
    en: 'This township keeps no roster of its own: it is in the county’s care.',
    'zh-CN': '该乡镇没有单独的值班表，由县级值班负责。'
  },
  'org-shift': { en: '{person}, {span}', 'zh-CN': '{person}，{span}' },
  'org-shift-new': { en: 'New shift', 'zh-CN': '新增班次' },
  'org-shift-edit': { en: 'Shift', 'zh-CN': '班次' },
  'org-shift-from': { en: 'From', 'zh-CN': '开始' },
  'org-shift-until': { en: 'To', 'zh-CN': '结束' },
  'org-shift-person-missing': { en: 'Say who is on duty.', 'zh-CN': '请填写值班人员。' },
  'org-shift-order': { en: 'The end must come after the begin.', 'zh-CN': '结束时间须晚于开始时间。' },
  'org-shift-long': {
    en: 'A shift lasts at most seven days. Check the dates.',
    'zh-CN': '一个班次最长七天，请检查日期。'
  },
  'org-shift-repeat': { en: 'Repeat', 'zh-CN': '重复' },
  'org-shift-repeat-no': { en: 'Once', 'zh-CN': '不重复' },
  'org-shift-repeat-daily': { en: 'Daily', 'zh-CN': '每天' },
  'org-shift-repeat-weekly': { en: 'Weekly', 'zh-CN': '每周' },
  'org-shift-repeat-until': { en: 'Last day', 'zh-CN': '截止日期' },
  'org-shift-repeat-count': {
    en: '{count, plural, one {# shift} other {# shifts}}{most, plural, =0 {} other {, the most at once}}',
    'zh-CN': '共 {count, number} 个班次{most, plural, =0 {} other {（一次最多）}}'
  },

  'org-zones-summary': {
    en: '{zones, plural, =0 {No zones yet.} one {# zone.} other {# zones.}} {missing, plural, =0 {} one {# township is in none. } other {# townships are in none. }}{double, plural, =0 {} one {# township is in several. } other {# townships are in several. }}{hospital, plural, =0 {} one {# zone has no hospital.} other {# zones have no hospital.}}',
    'zh-CN':
      '{zones, plural, =0 {还没有片区。} other {共 # 个片区。}}{missing, plural, =0 {} other {# 个乡镇未划入。}}{double, plural, =0 {} other {# 个乡镇重复划入。}}{hospital, plural, =0 {} other {# 个片区无包干医院。}}'
  },
  'org-zones-balance': {
    en: 'People per zone: {leastPeople, number} to {mostPeople, number}. Mean minutes to the hospital: {leastMinutes} to {mostMinutes}.',
    'zh-CN':
      '各片区人口 {leastPeople, number}–{mostPeople, number} 人；到包干医院平均 {leastMinutes}–{mostMinutes} 分钟。'
  },
  'org-zones-towns': { en: 'Townships by zone', 'zh-CN': '乡镇所属片区' },
  'org-zone': { en: 'Zone', 'zh-CN': '片区' },
  'org-zone-of': { en: 'Zone of {town}', 'zh-CN': '{town}所属片区' },
  'org-zone-none': { en: 'In no zone', 'zh-CN': '未划入' },
  'org-zone-several': { en: 'in {zones}', 'zh-CN': '在 {zones}' },
  'org-zone-add': { en: 'Add a zone', 'zh-CN': '新增片区' },
  'org-zone-new': { en: 'New zone', 'zh-CN': '新片区' },
  'org-zone-hospital': { en: 'Hospital that answers for it', 'zh-CN': '包干医院' },
  'org-zone-holds': {
    en: '{towns, plural, one {# township} other {# townships}}, {villages, plural, one {# village} other {# villages}}',
    'zh-CN': '{towns, number} 个乡镇，{villages, number} 个村'
  },
  'org-zone-share': { en: '{percent} of the people', 'zh-CN': '占人口 {percent}' },
  'org-zone-mean': { en: 'Mean way', 'zh-CN': '平均车程' },
  'org-zone-farthest': { en: 'Farthest village', 'zh-CN': '最远村' },
  'org-zone-no-way': {
    en: '{count, plural, one {# village without a way} other {# villages without a way}}',
    'zh-CN': '{count, number} 个村无路可达'
  },
  'org-zone-remove': {
    en: 'Its townships are in no zone then.',
    'zh-CN': '删除后其乡镇将不属于任何片区。'
  },

  'org-alliances-summary': {
    en: '{alliances, plural, =0 {No alliance yet.} one {# alliance.} other {# alliances.}} {unlinked, plural, =0 {Every township hospital is in one.} one {# township hospital is in none.} other {# township hospitals are in none.}}',
    'zh-CN':
      '{alliances, plural, =0 {还没有医联体。} other {共 # 个医联体。}}{unlinked, plural, =0 {各卫生院均已加入。} other {# 家卫生院未加入。}}'
  },
  'org-alliances-clinics': {
    en: '{count, plural, one {# clinic belongs to no hospital:} other {# clinics belong to no hospital:}} {names}',
    'zh-CN': '{count, number} 家卫生室没有所属卫生院：{names}'
  },
  'org-alliances-members': { en: 'Hospitals by alliance', 'zh-CN': '医院所属医联体' },
  'org-alliance': { en: 'Alliance', 'zh-CN': '医联体' },
  'org-alliance-of': { en: 'Alliance of {site}', 'zh-CN': '{site}所属医联体' },
  'org-alliance-none': { en: 'In no alliance', 'zh-CN': '未加入' },
  'org-alliance-add': { en: 'Add an alliance', 'zh-CN': '新增医联体' },
  'org-alliance-new': { en: 'New alliance', 'zh-CN': '新医联体' },
  'org-alliance-lead': { en: 'Lead hospital', 'zh-CN': '牵头医院' },
  'org-alliance-designated': { en: 'Designated hospital', 'zh-CN': '定点医院' },
  'org-alliance-sub-designated': { en: 'Sub-designated hospital', 'zh-CN': '亚定点医院' },
  'org-alliance-holds': {
    en: '{hospitals, plural, one {# hospital} other {# hospitals}}, {clinics, plural, one {# clinic} other {# clinics}}',
    'zh-CN': '{hospitals, number} 家医院，{clinics, number} 家卫生室'
  },
  'org-alliance-hospital-missing': {
    en: 'Choose the lead and the designated hospital.',
    'zh-CN': '请选择牵头医院和定点医院。'
  },
  'org-alliance-remove': {
    en: 'Its hospitals and clinics belong to none then.',
    'zh-CN': '删除后其医院和卫生室不属于任何医联体。'
  },
  'org-alliance-clinics': {
    en: '{count, plural, one {with # clinic} other {with # clinics}}',
    'zh-CN': '含 {count, number} 家卫生室'
  },

  'org-suppliers-summary': {
    en: '{suppliers, plural, one {# supply enterprise} other {# supply enterprises}}, {depots, plural, one {# depot} other {# depots}}, {pharmacies, plural, one {# pharmacy} other {# pharmacies}}.{lacking, select, none {} supplier { At least one supply enterprise is wanted.} depot { An emergency depot is wanted.} other { A supply enterprise and an emergency depot are wanted.}}',
    'zh-CN':
      '{suppliers, number} 家保供企业，{depots, number} 处储备库，{pharmacies, number} 家药店。{lacking, select, none {} supplier {至少应有 1 家保供企业。} depot {应有应急储备库。} other {应有保供企业和应急储备库。}}'
  },
  'org-suppliers-list': { en: 'Suppliers, depots and pharmacies', 'zh-CN': '保供企业、储备库与药店' },
  'org-suppliers-none': { en: 'Nothing is on record yet.', 'zh-CN': '还没有记录。' },
  'org-suppliers-add': { en: 'Add', 'zh-CN': '新增' },
  'org-supplier-new': { en: 'New supplier, depot or pharmacy', 'zh-CN': '新增保供单位' },
  'org-supplier-kind': { en: 'Kind', 'zh-CN': '类别' },
  'org-supplier-place': { en: 'Position', 'zh-CN': '位置' },
  'org-supplier-unplaced': { en: 'not on the map', 'zh-CN': '未上图' },
  'org-supplier-edit-of': { en: 'Edit {name}', 'zh-CN': '修改{name}' },
  'org-place-by': { en: 'How it is placed', 'zh-CN': '定位方式' },
  'org-place-map': { en: 'On the map', 'zh-CN': '地图点选' },
  'org-place-typed': { en: 'Coordinates', 'zh-CN': '输入坐标' },
  'org-place-site': { en: 'At a site', 'zh-CN': '机构所在地' },
  'org-place-click': {
    en: 'Click on the map, or move it and press “Middle of the map”.',
    'zh-CN': '在地图上点选，或移动地图后按“取地图中心”。'
  },
  'org-place-middle': { en: 'Middle of the map', 'zh-CN': '取地图中心' },
  'org-place-lon': { en: 'Longitude', 'zh-CN': '经度' },
  'org-place-lat': { en: 'Latitude', 'zh-CN': '纬度' },
  'org-place-crs': { en: 'System', 'zh-CN': '坐标系' },
  'org-crs-wgs84': { en: 'WGS84, GPS', 'zh-CN': 'WGS84（GPS）' },
  'org-crs-gcj02': { en: 'GCJ-02, AutoNavi or Tencent', 'zh-CN': 'GCJ-02（高德、腾讯）' },
  'org-crs-bd09': { en: 'BD-09, Baidu', 'zh-CN': 'BD-09（百度）' },
  'org-place-take': { en: 'Take', 'zh-CN': '采用' },
  'org-place-fault': {
    en: 'No position: longitude from -180 to 180, latitude from -90 to 90.',
    'zh-CN': '坐标无效：经度 -180 至 180，纬度 -90 至 90。'
  },
  'org-place-clear': { en: 'No position', 'zh-CN': '清除位置' },
  'org-place-shown': { en: '{lat}, {lon}', 'zh-CN': '{lat}，{lon}' },
  'org-map': { en: 'Map of suppliers', 'zh-CN': '保供单位地图' },

  'conflict-field-person': { en: 'Name', 'zh-CN': '姓名' },
  'conflict-field-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'conflict-field-deputy': { en: 'Deputy', 'zh-CN': '备岗' },
  'conflict-field-deputyTelephone': { en: 'Deputy’s telephone', 'zh-CN': '备岗电话' },
  'conflict-field-startsAt': { en: 'Begin', 'zh-CN': '开始' },
  'conflict-field-endsAt': { en: 'End', 'zh-CN': '结束' },
  'conflict-field-names': { en: 'Name', 'zh-CN': '名称' },
  'conflict-field-townshipIds': { en: 'Townships', 'zh-CN': '乡镇' },
  'conflict-field-facilityId': { en: 'Hospital', 'zh-CN': '医院' },
  'conflict-field-allianceId': { en: 'Alliance', 'zh-CN': '医联体' },
  'conflict-field-lon': { en: 'Longitude', 'zh-CN': '经度' },
  'conflict-field-lat': { en: 'Latitude', 'zh-CN': '纬度' },
  'conflict-field-kind': { en: 'Kind', 'zh-CN': '类别' },
  'conflict-field-leadFacilityId': { en: 'Lead hospital', 'zh-CN': '牵头医院' },
  'conflict-field-designatedFacilityId': { en: 'Designated hospital', 'zh-CN': '定点医院' },
  'conflict-field-subDesignatedFacilityId': { en: 'Sub-designated hospital', 'zh-CN': '亚定点医院' }
};
