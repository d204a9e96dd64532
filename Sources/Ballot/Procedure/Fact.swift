/// Something that has to be true before a step of the procedure is over (RULES §3, column "Gate to leave").
package enum Fact: String, Codable, Sendable, CaseIterable {
  case auditPublished
  case seatsDecided
  case committeeQuorum
  /// No candidate and no candidate's near relative sits on the election committee.
  case committeeUnrelated
  case planApproved
  case dayFixed
  case vacancyRecorded
  case noticeGiven
  case everyoneClassified
  case class3Approved
  /// Five days for objections are over; the calendar knows, nobody declares it.
  case objectionPeriodOver
  case objectionsDecided
  case rollFrozen
  case cardsDelivered
  case representativesShareMet
  case womenShareMet
  case nominationsWithinLimits
  case nomineesVetted
  case committeeConflictsResolved
  case surplusMet
  case runoffListFixed
  case forumHeld
  case petitionAccepted
  case defenceHeard
  case placesReady
  case staffUnrelated
  case ballotsPrinted
  case ballotsSealed
  case meetingQuorum
  case boxesShownEmpty
  case packOpenedInPublic
  case boothInPlace
  case pollClosed
  case identitiesHold
  case totalsSigned
  case resultAnnounced
  case reportFiled
  case certificatesIssued
  case supervisionQuorum
  case handoverSigned
  case archiveComplete

  /// Who can say that it is so.
  package enum Witness: Sendable, Equatable {
    /// The box sees it in its own journal; a person's word is not taken for it.
    case box
    /// The calendar computes it.
    case calendar
    case staff
  }

  package var witness: Witness {
    switch self {
    case .objectionPeriodOver: .calendar
    case .dayFixed, .rollFrozen, .surplusMet, .ballotsPrinted, .boxesShownEmpty, .pollClosed,
      .identitiesHold, .totalsSigned, .archiveComplete:
      .box
    case .auditPublished, .seatsDecided, .committeeQuorum, .committeeUnrelated, .planApproved,
      .vacancyRecorded, .noticeGiven, .everyoneClassified, .class3Approved, .objectionsDecided,
      .cardsDelivered, .representativesShareMet, .womenShareMet, .nominationsWithinLimits, .nomineesVetted,
      .committeeConflictsResolved, .runoffListFixed, .forumHeld, .petitionAccepted, .defenceHeard,
      .placesReady, .staffUnrelated, .ballotsSealed, .meetingQuorum, .packOpenedInPublic, .boothInPlace,
      .resultAnnounced, .reportFiled, .certificatesIssued, .supervisionQuorum, .handoverSigned:
      .staff
    }
  }
}
