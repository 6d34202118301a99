package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Plans;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may exist under another name is said once for each parent, the most telling pair first. */
final class LookalikesTest {
  private final List<Resource> wanted = new ArrayList<>();
  private final List<Resource> strangers = new ArrayList<>();

  private List<Diagnostic> warnings() {
    return warnings(Terms.PLAIN);
  }

  private List<Diagnostic> warnings(Terms terms) {
    var acme = Plans.live("acme", "a0", "Acme", Value.none());
    var plan =
        Planner.plan(
            Plans.desired(wanted.toArray(Resource[]::new)),
            new Live(Resources.of(List.of(acme)), Resources.of(strangers), 1),
            terms);
    return plan.diagnostics().stream().filter(one -> one.code() == Code.POSSIBLE_RENAME).toList();
  }

  LookalikesTest() {
    want("acme", "Acme", Value.none());
  }

  private void want(String key, String name, Value parent) {
    wanted.add(Plans.wanted(key, name, parent));
  }

  private void stranger(String id, String name, Value parent) {
    strangers.add(Plans.undeclared(id, name, parent));
  }

  private static Value under(String id) {
    return new Value.Ref(Address.undeclared("organization", id));
  }

  @Test
  void oneWarningForEachParent() {
    for (int i = 0; i < 30; i++) {
      want("n" + (10 + i), "New " + (10 + i), Plans.ref("acme"));
      stranger("s" + (10 + i), "Stranger " + (10 + i), Plans.ref("acme"));
    }
    want("globex", "Globex", Value.none());
    stranger("r", "Initech", Value.none());

    assertThat(warnings())
        .extracting(Diagnostic::summary)
        .containsExactly(
            "organization.globex may exist under another name",
            "30 organizations under organization.acme may exist under other names");
    assertThat(warnings().getLast().detail())
        .startsWith("Declared and not found: \"New 10\", ")
        .contains("\"New 19\" and 20 more. Under the same parent lives what no file declares: ")
        .contains("\"Stranger 10\" (s10), ", "\"Stranger 19\" (s19) and 20 more.")
        .doesNotContain("Most alike");
    assertThat(warnings().getLast().address()).isEmpty();
  }

  @Test
  void theSameChildrenSayMoreThanANearName() {
    want("emea", "EMEA", Plans.ref("acme"));
    want("de", "Germany", Plans.ref("emea"));
    want("fr", "France", Plans.ref("emea"));
    stranger("s1", "EMEA 2", Plans.ref("acme"));
    stranger("s2", "Europe", Plans.ref("acme"));
    stranger("s3", "Germany", under("s2"));
    stranger("s4", "France", under("s2"));
    stranger("s5", "Another", Plans.ref("acme"));

    var warning = warnings().getFirst();
    assertThat(warnings()).hasSize(1);
    assertThat(warning.address()).contains(Plans.wanted("emea", "", Value.none()).address());
    assertThat(warning.detail())
        .isEqualTo(
            "Under the same parent lives what no file declares: \"Europe\" (s2), \"Another\" (s5),"
                + " \"EMEA 2\" (s1). Most alike: \"EMEA\" and \"Europe\" (holds 2 of its 2"
                + " organizations). If one of these was renamed, it would be made a second time.");
  }

  @Test
  void aNearNameComesBeforeOthers() {
    want("europe", "Acme Europe", Plans.ref("acme"));
    want("asia", "Asia", Plans.ref("acme"));
    stranger("s1", "Aardvark", Plans.ref("acme"));
    stranger("s2", "ACME-Europe", Plans.ref("acme"));

    assertThat(warnings().getFirst().detail())
        .startsWith("Declared and not found: \"Acme Europe\", \"Asia\".")
        .contains("declares: \"ACME-Europe\" (s2), \"Aardvark\" (s1).")
        .contains("Most alike: \"Acme Europe\" and \"ACME-Europe\" (nearly the same name).");
  }

  @Test
  void whatIsMissingIsToldLikeWhatIsToBeMade() {
    want("emea", "EMEA", Plans.ref("acme"));
    stranger("s1", "Europe", Plans.ref("acme"));
    var base = Plans.desired(wanted.toArray(Resource[]::new));

    assertThat(warnings(Terms.PLAIN.since(base)))
        .extracting(Diagnostic::address)
        .containsExactly(Optional.of(wanted.getLast().address()));
  }

  @Test
  void noStrangersNoWarning() {
    want("emea", "EMEA", Plans.ref("acme"));
    want("de", "Germany", Plans.ref("emea"));
    stranger("s1", "Globex", Value.none());
    stranger("s2", "Germany", under("s1"));
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Acme Europe, acme-europe, true",
    "Acme, Acme Worldwide, true",
    "Acme EMEA, Acme EMAE, true",
    "Acme EMEA, Acme APAC, false",
    "Acme, Globex, false",
    "***, ???, false",
    "EMEA, EMAE, false",
  })
  void nearNames(String one, String other, boolean near) {
    assertThat(NearName.near(NearName.bare(one), NearName.bare(other))).isEqualTo(near);
    assertThat(NearName.near(NearName.bare(other), NearName.bare(one))).isEqualTo(near);
  }
}
