package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Credentials;
import dev.orgform.config.Loader;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import dev.orgform.sandbox.Estate;
import dev.orgform.world.Declared;
import dev.orgform.world.OverHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program against the sandbox, over sockets and in real time. */
class ReconcileTest {
  private static final Credentials TOKEN = new Credentials.Token("token");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "missing-profile=null",
        "missing-profile=blank",
        "exact-name=ignored",
        "flag-block=flags",
        "flag-block=none",
        "hierarchy-tags=no",
        "root-parent=null",
        "profile-in-organization=shown",
        "profile-in-organization=null",
        "foreign=403",
        "not-empty=409:1409",
        "list-order=newest",
        "list-order=id",
        "total-size=no",
        "last-page-token=empty",
        "last-page-token=null",
        "update-extra=refused",
        "latency=5ms",
        "visible-after=200ms",
        "forbidden-after-create=200ms",
        "visible-after=100ms forbidden-after-create=300ms missing-profile=null total-size=no"
      })
  void theExampleConvergesWhateverTheApiIsLike(String knobs) {
    var desired = example("msp-hierarchy");
    try (var world = new OverHttp(knobs.isEmpty() ? new String[0] : knobs.split(" ", -1))) {
      var plan = world.plan(desired);
      var applied = world.apply(plan);

      assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
      assertThat(applied.counts()).isEqualTo(new Counts(plan.steps().size(), 0, 0));
      assertThat(world.plan(desired).steps()).isEmpty();
      assertThat(posts(world)).isEqualTo(desired.resources().of(Kinds.kinds().getFirst()).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not-empty=409:1409", "list-order=newest", "exact-name=ignored"})
  void whatPeopleDidInTheDashboardIsPutRight(String knobs) {
    try (var world = new OverHttp(knobs.isEmpty() ? new String[0] : knobs.split(" ", -1))) {
      world.apply(
          new Declared()
              .root("acme", "Acme")
              .below("acme", "emea", "EMEA")
              .below("emea", "labs", "Labs")
              .profile("acme", "business_name", "Acme Corporation")
              .desired());
      var labs = world.sandbox().estate().pick("Labs").id();
      var emea = world.sandbox().estate().pick("EMEA").id();
      var desired =
          new Declared()
              .root("acme", "Acme Corporation")
              .previously("acme", "Acme")
              .profile("acme", "business_name", "Acme", "external_metadata", "{\"a\":[1,2]}")
              .below("acme", "apac", "APAC")
              .removed(emea, "EMEA")
              .removed(labs, "Labs")
              .desired();

      var applied = world.apply(desired);

      assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
      assertThat(applied.counts()).isEqualTo(new Counts(1, 2, 2));
      assertThat(world.plan(desired).steps()).isEmpty();
      assertThat(world.sandbox().estate().organizations()).hasSize(2);
    }
  }

  @Test
  void anEntitledTokenMakesATreeWithoutReadingOne() {
    var desired = new Declared().root("a", "A").below("a", "b", "B").below("b", "c", "C").desired();
    try (var world =
        new OverHttp(TOKEN, Estate.seeded("test"), InstantSource.system(), "visible-after=300ms")) {
      assertThat(world.apply(desired).complete()).isTrue();
      assertThat(world.plan(desired).steps()).isEmpty();
    }
  }

  @Test
  void aTokenIsTooLittleForProfilesAndSaysSoBeforeAnyRequest() {
    var desired = new Declared().root("a", "A").profile("a", "business_name", "x").desired();
    try (var world = new OverHttp(TOKEN, Estate.seeded("test"), InstantSource.system())) {
      var checked = world.checked(desired);

      assertThat(checked.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(Code.KEY_NEEDED);
      assertThat(world.sandbox().requests()).isEmpty();
    }
  }

  @Test
  void aTokenIsTooLittleForARenameAndThePlanSaysSo() {
    try (var world = new OverHttp(TOKEN, Estate.seeded("test"), InstantSource.system())) {
      world.apply(new Declared().root("a", "A").desired());

      var plan = world.plan(new Declared().root("a", "B").previously("a", "A").desired());

      assertThat(plan.refused()).isTrue();
      assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.KEY_NEEDED);
    }
  }

  @Test
  void withoutEntitlementThereIsNoPlan() {
    try (var world = new OverHttp("entitled=no")) {
      var checked = world.checked(new Declared().root("a", "A").desired());

      assertThat(checked.value()).isEmpty();
      assertThat(checked.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(Code.API_DENIED);
    }
  }

  @Test
  void whatTheEditionDoesNotAllowFailsAndLeavesTheRestAlone() {
    try (var world = new OverHttp("edition=enterprise")) {
      var desired =
          new Declared().root("a", "A").below("a", "b", "B").below("b", "c", "C").desired();
      var applied = world.apply(desired);

      assertThat(applied.counts()).isEqualTo(new Counts(1, 0, 0));
      assertThat(applied.outcomes().values())
          .extracting(outcome -> outcome.getClass().getSimpleName())
          .containsExactly("Done", "Failed", "Skipped");
      assertThat(world.plan(desired).counts()).isEqualTo(new Counts(2, 0, 0));
    }
  }

  @Test
  void theRateLimitEndsARunHonestly() {
    try (var world = new OverHttp("rate-limit=10/5m")) {
      var declared = new Declared();
      for (int i = 0; i < 8; i++) {
        declared.root("k" + i, "o" + i);
      }
      world.patience(Duration.ofMillis(300));
      var applied = world.apply(declared.desired());

      assertThat(applied.complete()).isFalse();
      assertThat(applied.counts().add())
          .isLessThanOrEqualTo(world.sandbox().estate().organizations().size());
    }
  }

  static Desired example(String name) {
    var loaded = Loader.load(List.of(Path.of("examples", name)), Map.of(), Kinds.kinds());
    return loaded
        .value()
        .orElseThrow(() -> new AssertionError("" + loaded.diagnostics()))
        .desired();
  }

  private static long posts(OverHttp world) {
    return world.sandbox().requests().stream().filter(r -> r.method().equals("POST")).count();
  }
}
