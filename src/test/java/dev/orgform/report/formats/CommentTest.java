package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Plans;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentTest {
  private static final List<Room> ROOMS =
      List.of(
          Room.COMMENT,
          new Room(32_768, Room.Unit.CHARACTERS),
          new Room(150_000, Room.Unit.CHARACTERS),
          new Room(Room.LEAST, Room.Unit.CHARACTERS),
          Room.STEP_SUMMARY,
          new Room(20_000, Room.Unit.BYTES));

  private static String comment(Report report) {
    return Comment.of(report, Room.COMMENT, "k");
  }

  /** A thousand plans; the seed of each is in what a failure says. */
  @Test
  void noPlanIsTooLargeAndNoDeletionGoesUnsaid() {
    int alarms = 0;
    int nameless = 0;
    int cuts = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      var plans = new RandomPlans(new Random(seed));
      var plan = plans.plan();
      var report = Report.of(plan, plans.lineage());
      var room = ROOMS.get(seed % ROOMS.size());
      var comment = Comment.of(report, room, "k");
      var as = "seed " + seed + ", " + room + ", " + plan.changes().size() + " changes";

      assertThat(size(comment, room)).as(as).isLessThanOrEqualTo(room.most());
      boolean alarm = comment.contains("Do not approve from it");
      boolean unnamed = comment.contains("There is no room for the names");
      noDeletionIsCut(comment, report, room, as);
      beginsAndEnds(comment, report, as);
      boolean cut = comment.contains("Not shown for want of room");
      if (alarm || cut) {
        assertThat(size(comment, room)).as(as).isGreaterThan(room.most() / 3);
      }
      alarms += alarm ? 1 : 0;
      nameless += unnamed && !alarm ? 1 : 0;
      cuts += cut ? 1 : 0;
    }
    assertThat(alarms).isBetween(5, 500);
    assertThat(nameless).isBetween(5, 500);
    assertThat(cuts).isBetween(20, 900);
  }

  /**
   * As many addresses and names are there as the comment does not say are missing; and it says that
   * of none where all of them need less than three quarters of what the verdict leaves.
   */
  private static void noDeletionIsCut(String comment, Report report, Room room, String as) {
    var deletions = report.findings().stream().filter(Finding::deletes).toList();
    int cut = said(comment, "This comment cannot hold ([0-9]+) of the " + deletions.size());
    int unnamed = cut + said(comment, "no room for the names of ([0-9]+) of these");
    var all = new StringBuilder();
    // The verdict names some as well.
    var list = comment.substring(Math.max(0, comment.indexOf("#### Will be destroyed")));
    int addressed = 0;
    int named = 0;
    for (var one : deletions) {
      var address = "`" + one.address().map(Address::toString).orElse("") + "`";
      var name = address + " (`" + one.name() + "`)";
      addressed += list.contains(address) ? 1 : 0;
      named += list.contains(name) ? 1 : 0;
      all.append(name).append(' ');
    }
    assertThat(addressed).as(as).isEqualTo(deletions.size() - cut);
    assertThat(named).as(as).isEqualTo(deletions.size() - unnamed);
    if (size(all.toString(), room) < (room.most() - 3_500) * 3 / 4) {
      assertThat(unnamed).as(as).isZero();
    }
  }

  private static int said(String comment, String words) {
    var matcher = Pattern.compile(words).matcher(comment);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static int size(String comment, Room room) {
    return room.unit() == Room.Unit.BYTES
        ? comment.getBytes(StandardCharsets.UTF_8).length
        : comment.length();
  }

  private static void beginsAndEnds(String comment, Report report, String as) {
    var bytes = comment.getBytes(StandardCharsets.UTF_8);
    var head = new String(bytes, 0, Math.min(2_048, bytes.length), StandardCharsets.UTF_8);
    assertThat(head).as(as).startsWith("<!-- orgform:plan:k -->\n### orgform plan: ");
    boolean any = report.findings().stream().anyMatch(one -> one.rule().id().startsWith("plan/"));
    if (any) {
      assertThat(head).as(as).contains("\n- Blast radius: ", " to destroy");
      assertThat(head).as(as).containsPattern("\n- (\\*\\*)?One-way:");
      assertThat(comment.stripTrailing()).as(as).endsWith(" to destroy.");
    }
    assertThat(comment.split("<details>", -1))
        .as(as)
        .hasSameSizeAs(comment.split("</details>", -1));
    assertThat(comment.lines().filter(line -> line.startsWith("```")).count() % 2).as(as).isZero();
  }

  /** Notes, however many, take no room from them. */
  @ParameterizedTest
  @CsvSource({"332, true, true", "600, true, false", "900, false, false"})
  void deletionsComeBeforeNotes(int many, boolean named, boolean placed) {
    var notes = new ArrayList<Diagnostic>();
    for (int i = 0; i < 600; i++) {
      notes.add(
          Diagnostic.note(
              Code.ALREADY_REMOVED, "organization.k" + i + " is declared no more, and not found"));
    }
    var plans = new RandomPlans(new Random(1));
    var report = Report.of(plans.plan(many, notes), plans.lineage());
    var comment = comment(report);
    assertThat(comment).hasSizeLessThanOrEqualTo(65_536).contains("destroyed (" + many + ")");
    var deletions = report.findings().stream().filter(Finding::deletes).toList();
    assertThat(deletions.stream().filter(one -> comment.contains("(`" + one.name() + "`)")).count())
        .matches(count -> named ? count == many : count > many / 4 && count < many, "named");
    assertThat(deletions.stream().allMatch(one -> comment.contains(place(one)))).isEqualTo(placed);
    assertThat(comment.contains("There is no room for the names of")).isEqualTo(!named);
    assertThat(comment).contains("Not shown for want of room").doesNotContain("Do not approve");
  }

  private static String place(Finding one) {
    return "`organizations.yaml:" + one.place().orElseThrow().line() + "`";
  }

  @Test
  void aDeletionStandsBeforeEverythingElse() {
    var comment = comment(Reports.of(Plans.deletion(), "1"));
    assertThat(comment)
        .contains(
            "### orgform plan: 0 to add, 0 to change, 1 to destroy",
            "apply will want `--allow-delete`, `--accept-one-way=",
            "only Cloudflare Support could undo 1 step: `organization.id:d1` (`Acme Labs`).",
            "#### Will be destroyed (1)\n\n\u26d4 `organization.id:d1` (`Acme Labs`) will be");
  }

  @Test
  void whatARevertDoesNotUndoIsNotSaidToBeUndone() {
    assertThat(comment(Reports.of(Plans.creation(), "1")))
        .contains(
            "\n- One-way: no step is. A revert of the YAML does not undo 2 creations; a deletion"
                + " under `removed` does, and that is one-way.\n")
        .doesNotContain("every step can be undone");
  }

  @Test
  void driftComesWithWhatToDoAboutIt() {
    assertThat(comment(Reports.of(Plans.drifted(), "1")))
        .contains(
            "\n- Drift: this plan leaves what others changed as it is. To have it as declared, add"
                + " `--converge`; to keep what is live, write that into the YAML.\n");
    assertThat(comment(Reports.of(Plans.drifted(true), "1"))).doesNotContain("`--converge`");
    assertThat(comment(Reports.of(Plans.conflict(), "1"))).doesNotContain("`--converge`");
  }

  @Test
  void detailsAreFoldedBySubtreeAndShownAsAPatch() {
    var page = MarkdownJudge.page(comment(Reports.of(Plans.creation(), "1")));
    assertThat(page.select("summary").eachText())
        .containsExactly("organization.acme: 1", "organization.emea: 2");
    assertThat(page.select("details pre code.language-diff").eachText())
        .anyMatch(text -> text.contains("+ name: \"Acme Corporation\""));
  }

  @Test
  void aChangeWithinATextOfManyLinesIsAPatch() {
    assertThat(comment(Reports.of(Plans.update(), "1")))
        .contains("    Acme\n-   2nd line\n+   Second line\n    Third");
  }

  @Test
  void theSameReportGivesTheSameComment() {
    var report = Reports.of(Plans.update(), "1");
    assertThat(comment(report)).isEqualTo(comment(Reports.of(Plans.update(), "1")));
  }

  @Test
  void whatIsWrongStandsOpen() {
    var page = MarkdownJudge.page(comment(Reports.of(Plans.conflict(), "1")));
    assertThat(page.select("h3").text()).isEqualTo("orgform plan: refused");
    assertThat(page.select("body > p").text()).contains("Error The business_name of");
  }

  @Test
  void diagnosticsAreTextAfterTheirSeverity() {
    assertThat(comment(Reports.of(Plans.deletion(), "1")))
        .contains("\n**Note** `\"Old\"` is already gone (`already-removed`, `main.yaml:10`)\n");
    assertThat(comment(Reports.of(Plans.conflict(), "1")))
        .contains("\n\u274c **Error** The `business_name` of ");
    assertThat(comment(Reports.of(Plans.refused(), "1")))
        .contains(
            "**Error** `profile.emea` needs the Global API key (`key-needed`, `main.yaml:6`)\n\n"
                + "Only a token is set. Set the key.\n");
  }

  @Test
  void driftCountsAndCovers() {
    assertThat(comment(Reports.drift()))
        .startsWith("<!-- orgform:drift:k -->\n### orgform drift: 2 drifted, 2 missing")
        .contains("- Coverage: ")
        .endsWith("Drift: 2 drifted, 2 missing.\n");
  }

  @Test
  void aKeyIsPlain() {
    assertThat(Marker.plain("teams/")).isEqualTo("teams");
    assertThat(Marker.plain("../a--b -->")).isEqualTo("a-b");
    assertThat(Marker.plain("")).isEqualTo("default");
    assertThat(Marker.plain("--><script>")).isEqualTo("script");
    assertThat(Marker.plain("x".repeat(500))).hasSize(64);
  }
}
