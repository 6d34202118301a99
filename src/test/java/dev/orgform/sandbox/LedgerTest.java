package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sandbox's account of what happened is right whatever clients were told. */
class LedgerTest {
  private static final String CREATE = "{\"name\":\"new\",\"parent\":{\"id\":\"c\"}}";

  private static Walk walk(String faults) {
    return new Walk(Faults.parse(faults));
  }

  private static Deed last(Walk walk) {
    return walk.sandbox.ledger().deeds().getLast();
  }

  @Test
  void aCreateHasNothingBefore() {
    var walk = walk("2:acted+silent");
    walk.step("GET", "/organizations", "");
    walk.step("POST", "/organizations", CREATE);
    var made = walk.sandbox.estate().organizations().lastEntry().getValue();
    assertThat(last(walk))
        .isEqualTo(
            new Deed(
                2,
                walk.instant(),
                Deed.By.CLIENT,
                "POST",
                "/client/v4/organizations",
                CREATE,
                true,
                0,
                Optional.empty(),
                Optional.of(made)));
    assertThat(last(walk)).matches(Deed::isCreate);
    assertThat(made.parent()).contains("c");
    assertThat(walk.sandbox.ledger().created()).containsExactly(made);
  }

  @Test
  void anUpdateHasTheOrganizationBeforeAndAfterEvenWhenTheyAreTheSame() {
    var walk = walk("none");
    walk.step("PUT", "/organizations/b", "{\"name\":\"west\"}");
    assertThat(last(walk)).matches(Deed::isUpdate);
    assertThat(last(walk).before().orElseThrow().name()).isEqualTo("left");
    assertThat(last(walk).after().orElseThrow().name()).isEqualTo("west");
    walk.step("PUT", "/organizations/b", "{\"name\":\"west\"}");
    assertThat(last(walk)).matches(deed -> deed.isUpdate() && deed.before().equals(deed.after()));
    walk.step("PUT", "/organizations/b/profile", Hands.PROFILE);
    assertThat(last(walk).before().orElseThrow().profile()).isEmpty();
    assertThat(last(walk).after().orElseThrow().profile()).isPresent();
    assertThat(last(walk).status()).isEqualTo(204);
  }

  @Test
  void aDeleteHasTheOrganizationAsItWas() {
    var walk = walk("1:editor(rename)");
    var edited = walk.sandbox.estate().find("d").orElseThrow().named("leaf (edited)");
    walk.step("DELETE", "/organizations/d", "");
    assertThat(last(walk)).matches(Deed::isDelete).matches(deed -> deed.status() == 200);
    assertThat(last(walk).before()).contains(edited);
    var edit = walk.sandbox.ledger().deeds().getFirst();
    assertThat(edit.by()).isEqualTo(Deed.By.SOMEBODY_ELSE);
    assertThat(edit.target()).isEqualTo("editor(rename)");
    assertThat(edit.request()).isEqualTo(1);
    assertThat(edit.after()).contains(edited);
  }

  @Test
  void whatIsRefusedIsSeenAndDidNotAct() {
    var walk = walk("2:503,3:silent,4:refused");
    walk.step("DELETE", "/organizations/a", "");
    for (int i = 0; i < 3; i++) {
      walk.step("DELETE", "/organizations/d", "");
    }
    assertThat(walk.sandbox.ledger().deeds())
        .allMatch(deed -> !deed.acted() && deed.before().isEmpty() && deed.after().isEmpty())
        .extracting(Deed::status)
        .containsExactly(400, 503, 0);
    assertThat(walk.sandbox.ledger().deeds(2)).extracting(Deed::request).containsExactly(3);
    assertThat(walk.sandbox.ledger().deeds(3)).isEmpty();
    assertThat(walk.sandbox.ledger().created()).isEmpty();
  }

  @Test
  void readsAreNoDeeds() {
    var walk = walk("1:acted+reset");
    walk.step("GET", "/organizations", "");
    walk.step("GET", "/organizations/a", "");
    assertThat(walk.sandbox.ledger().deeds()).isEmpty();
  }
}
