package dev.orgform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule rejects the class that breaks it on purpose, and lets the innocent one pass. */
class CanaryTest {
  private static final String ROOT = "dev.orgform.architecture.canary";
  private static final Rules RULES = new Rules(ROOT);
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);

  /** The innocent class as the one that does something; others may lawfully do something to it. */
  private static final Pattern INNOCENT =
      Pattern.compile("([A-Z][a-z]+ <)?" + Pattern.quote(ROOT + ".model.Innocent"));

  /** A rule and a class that breaks it. */
  record Crime(ArchRule rule, String culprit) {
    @Override
    public String toString() {
      return culprit + " breaks: " + rule.getDescription();
    }
  }

  static Stream<Crime> crimes() {
    return Stream.of(
        new Crime(RULES.onlyKnownPackages(), "stray.Stray"),
        new Crime(RULES.imports(Rooms.NARROW.getFirst()), "model.Upward"),
        new Crime(RULES.staysInItsRoom(Rooms.GUESTS.getLast()), "model.Parser"),
        new Crime(RULES.onlyKnownLibraries(), "report.Stranger"),
        new Crime(RULES.noCycles(), "model.Upward"),
        new Crime(RULES.onlyMainTouchesTheProcess(), "report.PrintService.stream"),
        new Crime(RULES.onlyMainTouchesTheProcess(), "report.PrintService.environment"),
        new Crime(RULES.onlyMainTouchesTheProcess(), "report.PrintService.leave"),
        new Crime(RULES.onlyOneHttpClient(), "report.Caller.newer"),
        new Crime(RULES.onlyOneHttpClient(), "report.Caller.older"),
        new Crime(RULES.nobodyPrintsStackTraces(), "report.PrintService.leave"),
        new Crime(RULES.pureIsPure(), "plan.Dice"),
        new Crime(RULES.pureIsPure(), "plan.Watch.clock"),
        new Crime(RULES.pureIsPure(), "plan.Watch.reference"),
        new Crime(RULES.pureIsPure(), "plan.Pillow"),
        new Crime(RULES.pureIsPure(), "plan.Drawer"),
        new Crime(RULES.modelIsData(Set.of()), "model.Mutable"),
        new Crime(RULES.closedForInheritance(), "report.Open"),
        new Crime(RULES.namesAreThingsOrDeeds(), "report.PrintService"),
        new Crime(RULES.templatesAreWrittenByThePen(), "report.html.Shortcut"),
        new Crime(RULES.packagesAreNullMarked(), "stray.Stray"));
  }

  @ParameterizedTest
  @MethodSource("crimes")
  void everyRuleFindsItsCulprit(Crime crime) {
    EvaluationResult result = crime.rule().evaluate(CLASSES);

    List<String> details = result.getFailureReport().getDetails();
    assertThat(details).anyMatch(line -> line.contains(ROOT + "." + crime.culprit()));
    assertThat(details).noneMatch(line -> INNOCENT.matcher(line).lookingAt());
  }

  @Test
  void anExceptionIsByName() {
    EvaluationResult result = RULES.modelIsData(Set.of("Mutable")).evaluate(CLASSES);

    assertThat(result.hasViolation()).isFalse();
  }
}
