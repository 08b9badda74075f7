import type { Messages } from '../locale';

/** Requests for medicine: asked, approved, picked, shipped, received. */
export const supplies: Messages = {
  'supplies-title': { en: 'Requests for medicine', 'zh-CN': '药品调拨' },
  'supplies-count': {
    en: '{open, plural, =0 {No request is open} one {# request is open} other {# requests are open}}{mine, plural, =0 {} one {; # waits for you} other {; # wait for you}}.',
    'zh-CN': '{open, plural, =0 {没有进行中的申请} other {进行中 # 件}}{mine, plural, =0 {} other {，待您处理 # 件}}。'
  },
  'supplies-new': { en: 'Ask for medicine', 'zh-CN': '申请药品' },
  'supplies-shown': { en: 'Requests shown', 'zh-CN': '显示哪些申请' },
  'supplies-shown-open': { en: 'Open {count, number}', 'zh-CN': '进行中 {count, number}' },
  'supplies-shown-mine': { en: 'For me {count, number}', 'zh-CN': '待我处理 {count, number}' },
  'supplies-shown-ended': { en: 'Ended {count, number}', 'zh-CN': '已结束 {count, number}' },
  'supplies-list': { en: 'List of requests', 'zh-CN': '申请列表' },
  'supplies-empty-open': { en: 'No open request', 'zh-CN': '没有进行中的申请' },
  'supplies-empty-mine': { en: 'Nothing waits for you', 'zh-CN': '没有待您处理的申请' },
  'supplies-empty-ended': { en: 'None ended within 30 days', 'zh-CN': '30 日内没有结束的申请' },
  'supplies-empty-next': {
    en: 'Press N to ask for medicine, or begin from a short medicine on Review or Report.',
    'zh-CN': '按 N 申请药品，也可从“核查”或“上报”中的短缺药品直接申请。'
  },
  'supplies-empty-reader': {
    en: 'Requests appear here as soon as a site asks for medicine.',
    'zh-CN': '机构提出申请后，会立即显示在此。'
  },
  'supplies-loading': { en: 'Fetching the requests', 'zh-CN': '正在读取申请' },
  'supplies-unknown': {
    en: 'Requests are read from the server; without a line none can be shown. What you ask for now is kept and sent later.',
    'zh-CN': '申请需从服务器读取，离线时无法显示；现在提出的申请会保存，联网后发送。'
  },
  'supplies-failed': {
    en: 'The requests could not be read: {why} They are asked for again every few seconds; what is shown may be old.',
    'zh-CN': '未能读取申请：{why}系统每隔几秒重试；所示内容可能已过时。'
  },
  'supplies-kept': { en: 'Requests as of {time}, kept on this device', 'zh-CN': '申请截至 {time}，为本机保存' },
  'supplies-pending': { en: 'waits to be sent', 'zh-CN': '待传' },
  'supplies-gone': { en: 'This request is no longer listed', 'zh-CN': '该申请已不在列表中' },
  'supplies-gone-next': {
    en: 'It ended more than 30 days ago, or is not shown to you.',
    'zh-CN': '它已结束超过 30 日，或您无权查看。'
  },
  'supplies-choose': { en: 'Choose a request to see its lots and times', 'zh-CN': '选择一件申请，查看批次与时间' },

  'supplies-state-draft': { en: 'Draft', 'zh-CN': '草稿' },
  'supplies-state-submitted': { en: 'Waiting for a decision', 'zh-CN': '待审批' },
  'supplies-state-approved': { en: 'Approved, to be picked', 'zh-CN': '已批准，待拣货' },
  'supplies-state-rejected': { en: 'Rejected', 'zh-CN': '已驳回' },
  'supplies-state-picked': { en: 'Picked, to be shipped', 'zh-CN': '已拣货，待发出' },
  'supplies-state-shipped': { en: 'On the way', 'zh-CN': '已发出，在途' },
  'supplies-state-received': { en: 'Received', 'zh-CN': '已收货' },
  'supplies-state-cancelled': { en: 'Cancelled', 'zh-CN': '已取消' },
  'supplies-discrepant': { en: 'with a discrepancy', 'zh-CN': '数量有差异' },
  'supplies-turn-submit': { en: 'Next: {site} submits it', 'zh-CN': '下一步：{site}提交' },
  'supplies-turn-approve': { en: 'Next: the county decides', 'zh-CN': '下一步：县级审批' },
  'supplies-turn-pick': { en: 'Next: {site} picks', 'zh-CN': '下一步：{site}拣货' },
  'supplies-turn-ship': { en: 'Next: {site} ships', 'zh-CN': '下一步：{site}发出' },
  'supplies-turn-receive': { en: 'Next: {site} confirms what came', 'zh-CN': '下一步：{site}确认收货' },

  'supplies-col-request': { en: 'Request', 'zh-CN': '申请单' },
  'supplies-col-medicine': { en: 'Medicine', 'zh-CN': '药品' },
  'supplies-col-wanted': { en: 'Asked', 'zh-CN': '申请' },
  'supplies-col-approved': { en: 'Approved', 'zh-CN': '批准' },
  'supplies-col-shipped': { en: 'Shipped', 'zh-CN': '发出' },
  'supplies-col-received': { en: 'Received', 'zh-CN': '收到' },
  'supplies-col-age': { en: 'Age', 'zh-CN': '状态时间' },
  'supplies-pair': { en: '{name}: {value}', 'zh-CN': '{name}：{value}' },
  'supplies-missing': { en: '{count} short', 'zh-CN': '少 {count}' },
  'supplies-surplus': { en: '{count} over', 'zh-CN': '多 {count}' },
  'supplies-lots-differ': { en: 'lots differ', 'zh-CN': '批次有差异' },
  'supplies-lot': { en: 'Lot {lot}, to {date}', 'zh-CN': '批号 {lot}，有效至 {date}' },
  'supplies-lot-unnamed': { en: 'Lot without a number, to {date}', 'zh-CN': '无批号，有效至 {date}' },
  'supplies-lot-shipped': { en: '{count} shipped', 'zh-CN': '发出 {count}' },
  'supplies-lot-picked': { en: '{count} picked', 'zh-CN': '拣出 {count}' },
  'supplies-lot-received': { en: '{count} received', 'zh-CN': '收到 {count}' },
  'supplies-from': { en: 'From {source}', 'zh-CN': '来自{source}' },
  'supplies-no-source': { en: 'unknown source', 'zh-CN': '未知来源' },
  'supplies-reason': { en: 'Reason: {reason}', 'zh-CN': '原因：{reason}' },
  'supplies-times': { en: 'What happened', 'zh-CN': '经过' },
  'supplies-time-submittedAt': { en: 'Asked', 'zh-CN': '提出申请' },
  'supplies-time-approvedAt': { en: 'Approved', 'zh-CN': '批准' },
  'supplies-time-pickedAt': { en: 'Picked', 'zh-CN': '拣货' },
  'supplies-time-shippedAt': { en: 'Shipped', 'zh-CN': '发出' },
  'supplies-time-receivedAt': { en: 'Received', 'zh-CN': '收货' },
  'supplies-quantities': { en: 'Quantities in doses', 'zh-CN': '数量' },

  'supplies-acts': { en: 'What can be done now', 'zh-CN': '现在可做' },
  'supplies-none-allowed': {
    en: 'Nothing of this is for you to do: {role} reads along.',
    'zh-CN': '此状态下没有需要您操作的步骤：“{role}”为只读。'
  },
  'supplies-not-turn': { en: 'Nothing of this is for you to do now.', 'zh-CN': '现在没有需要您操作的步骤。' },
  'supplies-ended': { en: 'Nothing is left to be done.', 'zh-CN': '没有待办步骤。' },
  'supplies-do-draft': { en: 'Keep as a draft', 'zh-CN': '存为草稿' },
  'supplies-do-submit': { en: 'Submit', 'zh-CN': '提交申请' },
  'supplies-do-approve': { en: 'Approve', 'zh-CN': '批准' },
  'supplies-do-reject': { en: 'Reject', 'zh-CN': '驳回' },
  'supplies-do-pick': { en: 'Pick', 'zh-CN': '拣货' },
  'supplies-do-ship': { en: 'Ship', 'zh-CN': '发出' },
  'supplies-do-receive': { en: 'Confirm what came', 'zh-CN': '确认收货' },
  'supplies-do-cancel': { en: 'Cancel the request', 'zh-CN': '取消申请' },
  'supplies-sending': { en: 'Sending', 'zh-CN': '正在发送' },
  'supplies-say-reason': { en: 'Reason', 'zh-CN': '原因' },
  'supplies-say-changed': {
    en: 'Reason for another quantity than was asked',
    'zh-CN': '批准数量与申请不同的原因'
  },
  'supplies-say-differs': {
    en: 'Why it differs from what was shipped',
    'zh-CN': '与发出数量不符的原因'
  },

  'supplies-ask-title': { en: 'Ask for medicine', 'zh-CN': '申请药品' },
  'supplies-ask-site': { en: 'For which site', 'zh-CN': '申请机构' },
  'supplies-ask-choose': { en: 'Choose a site', 'zh-CN': '请选择机构' },
  'supplies-ask-none': {
    en: 'Your unit has no open site to ask for.',
    'zh-CN': '您的单位没有可申请的开放机构。'
  },
  'supplies-ask-label': { en: '{medicine}, {unit}', 'zh-CN': '{medicine}，{unit}' },
  'supplies-ask-suggested': {
    en: 'Short by {count} to {share} %',
    'zh-CN': '距 {share}% 缺 {count}'
  },
  'supplies-ask-take': { en: 'Ask for {count}', 'zh-CN': '申请 {count}' },
  'supplies-ask-enough': { en: 'No shortage by the rules', 'zh-CN': '按规则不缺' },
  'supplies-ask-unknown': { en: 'Shortage not known here', 'zh-CN': '缺口不明' },
  'supplies-ask-under-way': {
    en: '{count} under way already: {ids}',
    'zh-CN': '已有 {count} 在申请或途中：{ids}'
  },
  'supplies-ask-line': { en: 'Request {count}', 'zh-CN': '申请 {count}' },
  'supplies-ask-hint': {
    en: 'Request {count} doses of {medicine} for {site}',
    'zh-CN': '为{site}申请{medicine} {count}'
  },
  'supplies-ask-nothing': { en: 'State at least one quantity.', 'zh-CN': '请至少填写一种药品的数量。' },

  'supplies-source': { en: 'Who gives it', 'zh-CN': '调出单位' },
  'supplies-source-choose': { en: 'Choose a site or supplier', 'zh-CN': '请选择机构或保供单位' },
  'supplies-source-facility': { en: '{name}: {free}', 'zh-CN': '{name}：{free}' },
  'supplies-source-short': { en: '{name}: {free}, short itself', 'zh-CN': '{name}：{free}，本身短缺' },
  'supplies-source-supplier': { en: '{name}: stock not known here', 'zh-CN': '{name}：库存不明' },
  'supplies-source-none': {
    en: 'No site holds any of it, and no supplier is on record.',
    'zh-CN': '没有机构存有所需药品，也未登记保供单位。'
  },
  'supplies-free': { en: '{count} free', 'zh-CN': '可调 {count}' },
  'supplies-asked-for': { en: '{count} asked for', 'zh-CN': '申请 {count}' },
  'supplies-shipped-of': { en: '{count} shipped', 'zh-CN': '发出 {count}' },
  'supplies-pick-first': {
    en: 'These lots go, those that expire first:',
    'zh-CN': '先出效期最近的批次：'
  },
  'supplies-pick-short': {
    en: 'Fewer than {count} are usable here by now.',
    'zh-CN': '现可用不足 {count}。'
  },
  'supplies-pick-lot': { en: 'Lot', 'zh-CN': '批号' },
  'supplies-pick-doses': { en: 'Doses', 'zh-CN': '数量' },
  'supplies-pick-expires': { en: 'Expires', 'zh-CN': '有效期' },
  'supplies-pick-add': { en: 'Another lot', 'zh-CN': '增加批次' },
  'supplies-pick-remove': { en: 'Take lot {lot} out', 'zh-CN': '移除批次 {lot}' },
  'supplies-pick-supplier': {
    en: 'State the lots that the supplier gives.',
    'zh-CN': '请填写保供单位给出的批次。'
  },
  'supplies-receive-all': { en: 'All came as shipped', 'zh-CN': '与发出一致' },
  'supplies-receive-lot': { en: '{medicine}, lot {lot}: doses that came', 'zh-CN': '{medicine}，批号 {lot}：收到数量' },

  'supplies-queued': {
    en: '{act}: kept on this device, sent as soon as the server answers',
    'zh-CN': '{act}：已存在本机，服务器恢复后自动发送'
  },
  'supplies-refused-act': { en: '{act}: {why}', 'zh-CN': '{act}：{why}' },
  'supplies-unsent': { en: 'Acts of this device', 'zh-CN': '本机操作' },
  'supplies-unsent-waiting': {
    en: '{act}, given {time}, waits for the server',
    'zh-CN': '{act}，{time} 发出，待传'
  },
  'supplies-unsent-refused': { en: '{act}, given {time}: not carried out', 'zh-CN': '{act}，{time} 发出：未执行' },
  'supplies-unsent-state': {
    en: 'You knew it as: {known}. It is now: {now}.',
    'zh-CN': '您所知：{known}；现状：{now}。'
  },
  'supplies-unsent-seen': { en: 'Seen; take it off', 'zh-CN': '已阅，移除' },

  'supplies-refused-first': {
    en: '{by} was first, {time}. It is now: {state}.',
    'zh-CN': '{by}已于 {time} 先行处理。现状：{state}。'
  },
  'supplies-refused-wrong_state': {
    en: 'It is not possible from the present state.',
    'zh-CN': '现状下不能进行此步。'
  },
  'supplies-refused-stale_version': {
    en: 'It was changed meanwhile. Look at it again, then repeat.',
    'zh-CN': '该申请已被更改，请核对后重试。'
  },
  'supplies-refused-not_allowed': {
    en: 'Your role, or your unit, may not do this here.',
    'zh-CN': '您的角色或单位不能进行此操作。'
  },
  'supplies-refused-network': { en: 'The server does not answer.', 'zh-CN': '服务器没有回应。' },
  'supplies-refused-reason_missing': {
    en: '{medicine}: another quantity needs a reason.',
    'zh-CN': '{medicine}：数量不同，须写明原因。'
  },
  'supplies-refused-beyond_wanted': {
    en: '{medicine}: at most twice what was asked for can be approved.',
    'zh-CN': '{medicine}：批准数量最多为申请的两倍。'
  },
  'supplies-refused-beyond_shipped': {
    en: '{medicine}: at most twice what was shipped can be confirmed; count the rest in the daily report.',
    'zh-CN': '{medicine}：收货最多为发出的两倍，其余请在每日上报中清点。'
  },
  'supplies-refused-not_enough_stock': {
    en: '{medicine}: the source has too little that is usable and promised to nobody else.',
    'zh-CN': '{medicine}：调出单位可用且未许给他处的数量不足。'
  },
  'supplies-refused-never_shipped': {
    en: '{medicine}: none of it was shipped.',
    'zh-CN': '{medicine}：没有发出。'
  },
  'supplies-refused-lot_not_shipped': {
    en: '{medicine}: a lot that was not shipped; count it in the daily report.',
    'zh-CN': '{medicine}：含未发出的批次，请在每日上报中清点。'
  },
  'supplies-refused-lot_expired': {
    en: '{medicine}: a lot that has expired is not given.',
    'zh-CN': '{medicine}：过期批次不得调出。'
  },
  'supplies-refused-lots_missing': {
    en: '{medicine}: state the lots and their doses.',
    'zh-CN': '{medicine}：请填写批次与数量。'
  },
  'supplies-refused-more_than_approved': {
    en: '{medicine}: more than was approved.',
    'zh-CN': '{medicine}：超过批准数量。'
  },
  'supplies-refused-nothing_approved': {
    en: 'Approve some of it, or reject the request.',
    'zh-CN': '请至少批准一种，或驳回申请。'
  },
  'supplies-refused-not_counted': {
    en: '{medicine}: say how many came, 0 if none.',
    'zh-CN': '{medicine}：请填写收到数量，没有填 0。'
  },
  'supplies-refused-unknown_reference': {
    en: 'A site, supplier or medicine of it is no longer on record.',
    'zh-CN': '有机构、保供单位或药品已不在册。'
  },
  'supplies-refused-other': { en: 'The server refused it: {detail}', 'zh-CN': '服务器拒绝：{detail}' },

  'supplies-note-coming': {
    en: '{count, plural, one {A delivery is} other {# deliveries are}} on the way: confirm what came',
    'zh-CN': '{count, number} 批药品在途，到货请确认'
  },
  'supplies-note-open': {
    en: '{count, plural, one {# request for medicine is} other {# requests for medicine are}} under way',
    'zh-CN': '{count, number} 件药品申请进行中'
  },
  'supplies-note-new': { en: 'Ask for medicine', 'zh-CN': '申请药品' },

  'supplies-col-id': { en: 'No.', 'zh-CN': '编号' },
  'supplies-col-state': { en: 'State', 'zh-CN': '状态' },
  'supplies-col-turn': { en: 'Who acts next', 'zh-CN': '下一步' },
  'supplies-col-unit': { en: 'Unit of a dose', 'zh-CN': '单位' },
  'supplies-col-source': { en: 'Source', 'zh-CN': '来源' },
  'supplies-col-difference': { en: 'Shipped, not received', 'zh-CN': '发出未收到' },
  'supplies-col-difference-reason': { en: 'Reason of the difference', 'zh-CN': '差异原因' },
  'supplies-col-reason': { en: 'Last reason given', 'zh-CN': '最近一次说明' },
  'supplies-col-lots': { en: 'Lots (number, expiry, doses)', 'zh-CN': '批次（批号、有效期、数量）' },
  'supplies-export-shown': { en: 'Requests shown: {shown}', 'zh-CN': '所列申请：{shown}' }
};
