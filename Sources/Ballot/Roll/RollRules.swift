/// What an import is measured by.
package struct RollRules: Hashable, Sendable {
  package var electionDay: Day
  /// Reached on election day at the latest (RULES: 18 on the day itself is enough).
  package var minimumAge: Int
  /// Anybody older is a mistake in the file.
  package var maximumAge: Int
  /// The class of a row whose class is empty; nil refuses the row.
  package var classWhenEmpty: RegistrationClass?
  /// The class of every row where the table has no such column.
  package var classWithoutColumn: RegistrationClass

  package init(
    electionDay: Day, minimumAge: Int = 18, maximumAge: Int = 120, classWhenEmpty: RegistrationClass? = nil,
    classWithoutColumn: RegistrationClass = .registeredAndLivingHere
  ) {
    self.electionDay = electionDay
    self.minimumAge = minimumAge
    self.maximumAge = maximumAge
    self.classWhenEmpty = classWhenEmpty
    self.classWithoutColumn = classWithoutColumn
  }
}
