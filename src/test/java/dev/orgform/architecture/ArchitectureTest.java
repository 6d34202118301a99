package dev.orgform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;

/** Our classes keep the rules; {@link CanaryTest} shows that the rules can be broken. */
@AnalyzeClasses(packages = "dev.orgform", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final Rules RULES = new Rules("dev.orgform");

  /** Classes of {@code model} that are no data, each with its reason. */
  private static final Map<String, String> NO_DATA =
      Map.of(
          "Bindings", "grows while a plan is applied",
          "JsonText", "deeds on text, which is data already",
          "JsonReader", "holds the place that it has read to",
          "JsonWriter", "deeds on values, which are data already");

  private ArchitectureTest() {}

  @ArchTest
  static void everyPackageIsInTheTable(JavaClasses classes) {
    RULES.onlyKnownPackages().check(classes);
  }

  @ArchTest
  static void everyRoomIsLivedIn(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Rooms.all().stream()
                .filter(room -> !Rooms.EMPTY.contains(room))
                .map(room -> Rooms.under("dev.orgform", room))
                .toList());
  }

  @ArchTest
  static void packagesImportOnlyWhatTheyMay(JavaClasses classes) {
    Rooms.NARROW.stream()
        .filter(room -> !Rooms.EMPTY.contains(room.name()))
        .forEach(room -> RULES.imports(room).check(classes));
  }

  @ArchTest
  static void everyLibraryOfTheTableIsUsed(JavaClasses classes) {
    assertThat(Rooms.GUESTS)
        .allMatch(
            guest ->
                classes.stream()
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(use -> use.getTargetClass().getPackageName() + ".")
                    .anyMatch(name -> name.startsWith(guest.library() + ".")));
  }

  @ArchTest
  static void librariesStayInTheirRooms(JavaClasses classes) {
    Rooms.GUESTS.forEach(guest -> RULES.staysInItsRoom(guest).check(classes));
  }

  @ArchTest
  static void everyLibraryIsInTheTable(JavaClasses classes) {
    RULES.onlyKnownLibraries().check(classes);
  }

  @ArchTest
  static void packagesFormNoCycles(JavaClasses classes) {
    RULES.noCycles().check(classes);
  }

  @ArchTest
  static void onlyMainTouchesTheProcess(JavaClasses classes) {
    RULES.onlyMainTouchesTheProcess().check(classes);
  }

  @ArchTest
  static void nobodyUsesJavasOwnHttpClients(JavaClasses classes) {
    RULES.onlyOneHttpClient().check(classes);
  }

  @ArchTest
  static void nobodyPrintsStackTraces(JavaClasses classes) {
    RULES.nobodyPrintsStackTraces().check(classes);
  }

  @ArchTest
  static void modelAndPlanArePure(JavaClasses classes) {
    RULES.pureIsPure().check(classes);
  }

  @ArchTest
  static void modelIsData(JavaClasses classes) {
    RULES.modelIsData(NO_DATA.keySet()).check(classes);
  }

  @ArchTest
  static void classesAreClosed(JavaClasses classes) {
    RULES.closedForInheritance().check(classes);
  }

  @ArchTest
  static void namesAreThingsOrDeeds(JavaClasses classes) {
    RULES.namesAreThingsOrDeeds().check(classes);
  }

  @ArchTest
  static void templatesAreWrittenByThePen(JavaClasses classes) {
    RULES.templatesAreWrittenByThePen().check(classes);
  }

  @ArchTest
  static void packagesAreNullMarked(JavaClasses classes) {
    RULES.packagesAreNullMarked().check(classes);
  }
}
