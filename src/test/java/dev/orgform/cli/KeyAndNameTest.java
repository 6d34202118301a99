package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and names that change in one pull request: nobody is deleted or taken without a word. */
class KeyAndNameTest {
  @TempDir Path directory;

  private Desk desk;

  /** What a plan says, in one line, when the base was applied. */
  private String plan(int exit, String base, String head) throws IOException {
    desk = Desk.in(directory);
    write("base", base);
    write("head", head);
    var applied = desk.run("apply", "base", "--sandbox", "-auto-approve");
    assertThat(applied.exit()).as(applied.both()).isZero();
    return again(exit);
  }

  private String again(int exit) {
    var run = desk.run("plan", "head", "--base", "base", "--sandbox");
    assertThat(run.exit()).as(run.both()).isEqualTo(exit);
    return run.both().replaceAll("[\n│ ]+", " ");
  }

  private void write(String folder, String organizations) throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve(folder)).resolve("s.yaml"),
        "version: 1\norganizations:\n" + organizations.indent(2));
  }

  @Test
  void aNewKeyAndNameAtOnceIsSuggestedAsARename() throws IOException {
    var said =
        plan(
            0,
            "a: {name: A, profile: {business_name: X}}",
            "aa: {name: AA, profile: {business_name: X}}");
    assertThat(said)
        .contains(
            "organization.aa may exist under another name",
            "goes what head does not declare any more: \"A\" (",
            "`previously: [\"A\"]`",
            "(possible-rename)");
    write("head", "aa: {name: AA, previously: [A], profile: {business_name: X}}");
    assertThat(again(0))
        .contains("0 to add, 1 to change, 0 to destroy")
        .doesNotContain("possible-rename");
  }

  @Test
  void nothingIsSuggestedUnderAnotherParent() throws IOException {
    assertThat(plan(0, "r: {name: R, organizations: {a: {name: A}}}", "r: {name: R}\nz: {name: Z}"))
        .contains("1 to add, 0 to change, 1 to destroy")
        .doesNotContain("possible-rename");
  }

  @Test
  void whatItHeldSaysWhatIsMostLikelyMeant() throws IOException {
    var base = "a: {name: A, organizations: {c: {name: C}}}";
    assertThat(plan(3, base, "aa: {name: AA, organizations: {c: {name: C}}}"))
        .contains(
            "If organization.aa is what was called \"A\", say so there with `previously`",
            "\"A\" still holds organizations",
            "another key and name by now, write `previously: [\"A\"]` there",
            "Most alike: \"AA\" and \"A\" (holds 1 of its 1 organizations)");
    write("head", "aa: {name: AA, previously: [A], organizations: {c: {name: C}}}");
    assertThat(again(0)).contains("0 to add, 1 to change, 0 to destroy");
  }

  @Test
  void aChainIsRefusedWhetherOrNotItsFirstKeyChanges() throws IOException {
    var base = "a: {name: A}\nb: {name: B}";
    assertThat(plan(3, base, "a: {name: B}\nb: {name: D}")).contains("(ambiguous-match)");
    write("head", "aa: {name: B}\nb: {name: D}");
    assertThat(again(3))
        .contains(
            "organization.b could be a renamed organization or a new one",
            "The base meant \"B\" (",
            "whose name organization.aa bears now",
            "(ambiguous-match)");
  }

  @Test
  void anIdDecidesTheChain() throws IOException {
    plan(3, "a: {name: A}\nb: {name: B}", "aa: {name: B}\nb: {name: D}");
    write("head", "aa: {name: B, id: " + idOf("A") + "}\nb: {name: D}");
    assertThat(again(0)).contains("0 to add, 2 to change, 0 to destroy");
    write("head", "aa: {name: B, id: " + idOf("B") + "}\nb: {name: D}");
    assertThat(again(0)).contains("1 to add, 0 to change, 1 to destroy");
  }

  private String idOf(String name) {
    var list = desk.run("sandbox", "edit", "list").out();
    return list.replaceAll("(?s).*?(?<!\\S)" + name + "  ([0-9a-f]{32}).*", "$1");
  }
}
