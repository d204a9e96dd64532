import Archive

extension UploadTrouble {
  /// What happened and what to do; the box tries again by itself where that may help.
  var sentence: Sentence {
    switch self {
    case .unreachable:
      Sentence(
        zh: "连不上档案服务器。请检查网线和网络；档案留在本机，可以稍后再传，也可以存到 U 盘。",
        en:
          "The archive's server cannot be reached. Check the network; the bundles stay here. Try later, or use a stick."
      )
    case .untrusted:
      Sentence(
        zh: "对方的证书不是指定机构发的，可能不是档案服务器，没有上传。请联系镇街核对设置。",
        en:
          "The server's certificate is not by the pinned authority; it may be somebody else. Nothing was sent. Ask the street."
      )
    case .broken:
      Sentence(
        zh: "传到一半网络断了。已传的部分保留，再传时接着来。", en: "The connection broke; what was sent is kept and is gone on from."
      )
    case .stalled:
      Sentence(
        zh: "对方很久没有反应。已传的部分保留，再传时接着来。",
        en: "Nothing moved for long; what was sent is kept and is gone on from.")
    case .malformedAnswer:
      Sentence(
        zh: "对方的回答看不懂，可能不是档案服务器。请联系镇街核对设置。",
        en:
          "The answer makes no sense; this may not be the archive's server. Ask the street to check the settings."
      )
    case .localDisk:
      Sentence(zh: "本机磁盘读写出错。请清理磁盘后再试。", en: "This box's disk failed. Make room and try again.")
    case .other:
      Sentence(zh: "网络传输失败。请稍后再试。", en: "The transfer failed. Try again later.")
    case .busy:
      Sentence(zh: "档案服务器暂时不能用。请稍后再试。", en: "The archive's server is out of order for now. Try later.")
    case .damagedOnTheWay:
      Sentence(
        zh: "传输中数据损坏，服务器没有收下。请再传一次。", en: "The bytes were damaged on the way and not taken. Send again.")
    case .serverFull:
      Sentence(zh: "档案服务器已满。请通知镇街。", en: "The archive's server is full. Tell the street.")
    case .refused:
      Sentence(
        zh: "档案服务器拒绝：账号、密码或存储名不对。请联系镇街核对设置。",
        en: "The archive's server refuses the account or the bucket. Ask the street to check the settings.")
    case .localFile:
      Sentence(
        zh: "本机的档案包不见了或被改动，没有上传。请停止操作，报告镇街选举指导机构。",
        en: "The bundle on this box is gone or was changed; it was not sent. Stop and report it.")
    case .receiptMalformed:
      Sentence(zh: "取回的不是回执，没有采用。请稍后再取。", en: "What was fetched is no receipt; it was not taken. Try later.")
    case .receiptUnproven:
      Sentence(
        zh: "回执的签名或内容不对，没有采用。请联系镇街。",
        en: "The receipt's signature or content is wrong; it was not taken. Ask the street.")
    case .lost:
      Sentence(
        zh: "服务器说收到过，现在却没有。会重新上传。", en: "The server had the bundle and lost it. It will be sent again.")
    case .differs:
      Sentence(
        zh: "服务器上同一编号的内容不同。请通知镇街移走它；档案留在本机。",
        en:
          "The server has other bytes under this id. Tell the street to move them away; the bundle stays here."
      )
    }
  }
}
