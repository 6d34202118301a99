package dev.orgform.live;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.live.Match.Matched;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.world.Declared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MatchTest {
  private final List<Resource> live = new ArrayList<>();
  private final Declared declared = new Declared();

  @Test
  void aNameBelowItsParentIsEnough() {
    live("r", "Acme", Value.none());
    live("e", "EMEA", below("r"));
    live("x", "EMEA", Value.none());
    declared.root("acme", "Acme").below("acme", "emea", "EMEA");

    assertThat(ids(match())).containsOnly(Map.entry("acme", "r"), Map.entry("emea", "e"));
  }

  @Test
  void whatIsLeftStandsAtItsIdAndKnowsWhereItsParentIsNow() {
    live("r", "Acme", Value.none());
    live("e", "EMEA", below("r"));
    live("f", "France", below("e"));
    declared.root("acme", "Acme");

    var left = match().undeclared();

    assertThat(left.byAddress().keySet()).containsExactly(at("e"), at("f"));
    assertThat(left.get(at("e")).orElseThrow().fields().refs())
        .containsExactly(ORGANIZATION.address("acme"));
    assertThat(left.get(at("f")).orElseThrow().fields().refs()).containsExactly(at("e"));
  }

  /** Anybody who may create organizations could make every plan take minutes. */
  @Test
  void manyOfOneNameAreLookedThroughOnce() {
    int copies = 2_000;
    int declarations = 300;
    live("r", "Acme", Value.none());
    for (int i = 0; i < copies; i++) {
      live("c" + i, "Old", below("r"));
    }
    declared.root("acme", "Acme");
    for (int i = 0; i < declarations; i++) {
      declared.below("acme", "o" + i, "New" + i).previously("o" + i, "Old");
    }
    var asked = new AtomicLong();
    var claims =
        new TreeMap<String, Address>() {
          @Override
          public boolean containsKey(Object id) {
            asked.incrementAndGet();
            return super.containsKey(id);
          }
        };

    var matched = Match.match(declared.desired(), ORGANIZATION, live, Map.of(), claims);

    assertThat(matched.diagnostics())
        .hasSize(declarations)
        .allSatisfy(
            one -> {
              assertThat(one.code()).isEqualTo(Code.AMBIGUOUS_MATCH);
              assertThat(one.summary()).startsWith("2000 live organizations could be");
              assertThat(one.detail()).endsWith(", and 1990 more.").hasSizeLessThan(1_000);
            });
    assertThat(asked.get())
        .as("each live object is asked for once, and each declaration a few times")
        .isLessThan(2L * copies + 10L * declarations);
  }

  /** Anybody who may name an organization could make every plan take hours. */
  @Test
  void namesOfPiledUpMarksAreNotNormalized() {
    live("r", "Acme", Value.none());
    live("e", "a" + "\u0301\u0323".repeat(1 << 20), below("r"));
    declared.root("acme", "Acme").below("acme", "emea", "EMEA");

    assertThat(ids(match())).containsOnly(Map.entry("acme", "r"));
  }

  @Test
  void aNameThatIsTooLongToCompareByItsLettersIsNotTakenForAnother() {
    live("r", "e\u0301".repeat(6_000), Value.none());
    declared.root("acme", "\u00e9".repeat(6_000));

    assertThat(ids(match())).isEmpty();
  }

  @Test
  void anIdWinsOverEveryName() {
    live("one", "Acme", Value.none());
    live("two", "Other", Value.none());
    declared.pinned("two", "acme", "Acme");

    assertThat(ids(match())).containsOnly(Map.entry("acme", "two"));
  }

  @Test
  void anIdTakesItsObjectAwayFromTheName() {
    live("one", "Acme", Value.none());
    declared.pinned("one", "new", "New").root("acme", "Acme");

    assertThat(ids(match())).containsOnly(Map.entry("new", "one"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void anIdThatNobodyHasIsAnError() {
    declared.pinned("gone", "acme", "Acme");

    assertThat(codes()).containsExactly(Code.NO_SUCH_ID);
  }

  @Test
  void twoOfOneNameAreNotChosenBetween() {
    live("one", "Acme", Value.none());
    live("two", "Acme", Value.none());
    declared.root("acme", "Acme");

    assertThat(ids(match())).isEmpty();
    assertThat(codes()).containsExactly(Code.AMBIGUOUS_MATCH);
    assertThat(match().diagnostics().getFirst().detail()).contains("(one", "(two");
  }

  @Test
  void anIdSettlesWhichOfTwo() {
    live("one", "Acme", Value.none());
    live("two", "Acme", Value.none());
    declared.pinned("one", "acme", "Acme").root("other", "Acme");

    assertThat(ids(match())).containsOnly(Map.entry("acme", "one"), Map.entry("other", "two"));
  }

  @Test
  void childrenOfWhatIsNotThereYetMatchNothing() {
    live("e", "EMEA", Value.none());
    declared.root("acme", "Acme").below("acme", "emea", "EMEA").below("emea", "f", "France");

    assertThat(ids(match())).isEmpty();
    assertThat(codes()).isEmpty();
  }

  @Test
  void aParentThatTheCredentialCannotSeeIsNoRoot() {
    live("e", "EMEA", Value.text("elsewhere"));
    declared.root("emea", "EMEA");

    assertThat(ids(match())).isEmpty();
  }

  @Test
  void belowAnInvisibleParentAnIdMatches() {
    live("e", "EMEA", Value.text("elsewhere"));
    live("f", "France", below("e"));
    declared.pinned("e", "emea", "EMEA").below("emea", "france", "France");

    assertThat(ids(match())).containsOnly(Map.entry("emea", "e"), Map.entry("france", "f"));
  }

  @Test
  void lettersAreComparedAndNotTheirSpelling() {
    live("one", "Cafe\u0301", Value.none());
    declared.root("cafe", "Caf\u00e9");

    assertThat(ids(match())).containsOnly(Map.entry("cafe", "one"));
  }

  @Test
  void casesDiffer() {
    live("one", "ACME", Value.none());
    declared.root("acme", "Acme");

    assertThat(ids(match())).isEmpty();
  }

  @Test
  void aFormerNameIsARename() {
    live("one", "Acme Corp", Value.none());
    declared.root("acme", "Acme").previously("acme", "Ajax", "Acme Corp");

    assertThat(ids(match())).containsOnly(Map.entry("acme", "one"));
  }

  @Test
  void aFormerNameThatSomebodyTookAgainIsAQuestion() {
    live("one", "Acme", Value.none());
    live("two", "Acme Corp", Value.none());
    declared.root("acme", "Acme").previously("acme", "Acme Corp");

    assertThat(codes()).containsExactly(Code.AMBIGUOUS_MATCH);
  }

  @Test
  void twoFormerNamesThatBothLiveAreAQuestion() {
    live("one", "Ajax", Value.none());
    live("two", "Acme Corp", Value.none());
    declared.root("acme", "Acme").previously("acme", "Acme Corp", "Ajax");

    assertThat(codes()).containsExactly(Code.AMBIGUOUS_MATCH);
  }

  @Test
  void aSwapIsAQuestionBecauseItLooksTheSameWhenItIsDone() {
    live("one", "x", Value.none());
    live("two", "y", Value.none());
    live("three", "z", Value.none());
    declared.root("a", "x").previously("a", "y").root("b", "y").previously("b", "x");
    declared.root("c", "z").previously("c", "x");

    assertThat(ids(match())).containsOnly(Map.entry("c", "three"));
    assertThat(codes()).containsExactly(Code.AMBIGUOUS_MATCH, Code.AMBIGUOUS_MATCH);
  }

  @Test
  void aCircleOfThreeIsNoBetter() {
    live("one", "x", Value.none());
    live("two", "y", Value.none());
    live("three", "z", Value.none());
    declared.root("a", "x").previously("a", "y").root("b", "y").previously("b", "z");
    declared.root("c", "z").previously("c", "x");

    assertThat(codes()).hasSize(3).containsOnly(Code.AMBIGUOUS_MATCH);
  }

  @Test
  void aChainOfRenamesThatIsDoneStaysAsItIs() {
    live("one", "b", Value.none());
    live("two", "c", Value.none());
    declared.root("p", "b").previously("p", "a").root("q", "c").previously("q", "b");

    assertThat(ids(match())).containsOnly(Map.entry("p", "one"), Map.entry("q", "two"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void aChainOfRenamesHalfDoneGoesOn() {
    live("one", "a", Value.none());
    live("two", "c", Value.none());
    declared.root("p", "b").previously("p", "a").root("q", "c").previously("q", "b");

    assertThat(ids(match())).containsOnly(Map.entry("p", "one"), Map.entry("q", "two"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void aChainOfRenamesNotYetBegunIsAQuestionAndNoCreate() {
    live("one", "a", Value.none());
    live("two", "b", Value.none());
    declared.root("p", "b").previously("p", "a").root("q", "c").previously("q", "b");

    assertThat(codes()).containsExactly(Code.AMBIGUOUS_MATCH, Code.CLAIMED_TWICE);
  }

  @Test
  void theOldNameGivenToAnotherIsAQuestion() {
    live("one", "a", Value.none());
    declared.root("p", "b").previously("p", "a").root("q", "a");

    assertThat(codes()).containsExactly(Code.CLAIMED_TWICE);
  }

  @Test
  void idsAnswerTheQuestion() {
    live("one", "a", Value.none());
    live("two", "b", Value.none());
    declared.pinned("one", "p", "b").previously("p", "a");
    declared.pinned("two", "q", "c").previously("q", "b");

    assertThat(ids(match())).containsOnly(Map.entry("p", "one"), Map.entry("q", "two"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void oneFormerNameOfTwoIsAQuestion() {
    live("one", "a", Value.none());
    declared.root("p", "b").previously("p", "a").root("q", "c").previously("q", "a");

    assertThat(codes()).containsExactly(Code.CLAIMED_TWICE);
  }

  @Test
  void oneIdTwiceIsAnError() {
    live("one", "a", Value.none());
    declared.pinned("one", "p", "a").pinned("one", "q", "b");

    assertThat(codes()).containsExactly(Code.CLAIMED_TWICE);
  }

  @Test
  void theOrderOfTheListSaysNothing() {
    live("one", "a", Value.none());
    live("two", "b", below("one"));
    live("six", "b", below("one"));
    live("ten", "c", Value.none());
    declared.root("p", "a").below("p", "q", "b").root("r", "d").previously("r", "c");
    var first = match();

    for (int i = 0; i < live.size(); i++) {
      Collections.rotate(live, 1);
      assertThat(match()).isEqualTo(first);
    }
  }

  private void live(String id, String name, Value parent) {
    live.add(
        new Resource(
            at(id),
            ORGANIZATION,
            Optional.of(id),
            Fields.of(Map.of("name", Value.text(name), "parent", parent)),
            Optional.empty()));
  }

  private static Value below(String id) {
    return new Value.Ref(at(id));
  }

  private static Address at(String id) {
    return Address.undeclared("organization", id);
  }

  private Matched match() {
    return Match.match(declared.desired(), ORGANIZATION, live);
  }

  private List<Code> codes() {
    return match().diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Map<String, String> ids(Matched matched) {
    var ids = new TreeMap<String, String>();
    matched.declared().all().forEach(r -> ids.put(r.address().key(), r.id().orElseThrow()));
    return ids;
  }
}
