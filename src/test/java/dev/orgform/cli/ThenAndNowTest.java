package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stale plan says of the world: what is gone is gone, what has another value is told with
 * both, and what became impossible says why.
 */
class ThenAndNowTest {
  private static final String BASE =
      """
      version: 1
      organizations:
        a: {name: A, profile: {business_phone: "1"}}
        c: {name: C}
      """;

  private static final String PHONE = BASE.replace("\"1\"", "\"11\"");
  private static final String RENAME = BASE.replace("name: A", "name: B");
  private static final String CHILD =
      BASE.replace("name: A", "name: A, organizations: {n: {name: N}}");
  private static final String WITHOUT_C = BASE.replace("  c: {name: C}\n", "");

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void applyBase() throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("base")).resolve("s.yaml"), BASE);
    desk = Desk.in(directory);
    var applied = desk.run("apply", "base", "--sandbox", "-auto-approve");
    assertThat(applied.exit()).as(applied.both()).isZero();
  }

  /** What an apply of the plan for head says, when somebody did this after it was made. */
  private String stale(String head, String... edit) throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("head")).resolve("s.yaml"), head);
    var planned =
        desk.run("plan", "head", "--base", "base", "--sandbox", "-out=p.json", "-allow-delete");
    assertThat(planned.exit()).as(planned.both()).isZero();
    var words = new String[edit.length + 2];
    words[0] = "sandbox";
    words[1] = "edit";
    System.arraycopy(edit, 0, words, 2, edit.length);
    assertThat(desk.run(words).exit()).isZero();
    var run = desk.run("apply", "p.json", "--sandbox");
    assertThat(run.exit()).as(run.both()).isEqualTo(5);
    return run.err().replaceAll("[\n│ ]+", " ");
  }

  @Test
  void aConflictIsToldByItsValues() throws IOException {
    assertThat(stale(PHONE, "profile", "A", "business_phone=5"))
        .contains(
            "profile.a moved since the plan was made",
            "business_phone: then \"1\", now \"5\".",
            "Now: refused. The business_phone of profile.a was changed twice.",
            "head says \"11\"; live it is \"5\"")
        .doesNotContain("not there any more", "organization.a", "nothing to do");
  }

  @Test
  void anotherNameIsToldByBoth() throws IOException {
    assertThat(stale(RENAME, "rename", "A", "Theirs"))
        .contains("name: then \"A\", now \"Theirs\".", "Now: refused. The name of organization.a")
        .doesNotContain("not there any more", "nothing to do");
  }

  @Test
  void whatIsDoneAlreadyIsSaidToBe() throws IOException {
    assertThat(stale(PHONE, "profile", "A", "business_phone=11"))
        .contains(
            "business_phone: then \"1\", now \"11\". That is what it was to become.",
            "Now: nothing to do.")
        .doesNotContain("not there any more", "organization.a");
  }

  @Test
  void whatWasMadeMeanwhileIsNamed() throws IOException {
    assertThat(stale(CHILD, "create", "N", "under", "A"))
        .contains("organization.n moved", "By now there is one: \"N\" (", "Then: to be created.")
        .doesNotContain("not there any more", "organization.a");
  }

  @Test
  void whatIsGoneIsGone() throws IOException {
    assertThat(stale(WITHOUT_C, "delete", "C"))
        .contains("It is not there any more. Then: to be deleted. Now: nothing to do.");
  }

  @Test
  void aParentThatIsGoneIsNamed() throws IOException {
    assertThat(stale(CHILD, "delete", "A"))
        .contains(
            "organization.a, which the plan rests on, moved since",
            "It is not there any more. It was \"A\" (");
  }

  @Test
  void whatCannotBeDeletedAnyMoreSaysWhy() throws IOException {
    assertThat(stale(WITHOUT_C, "create", "K", "under", "C"))
        .contains("\"C\" still holds organizations.", "this one holds \"K\"")
        .doesNotContain("not there any more");
  }

  @Test
  void whoCameMeanwhileIsNamed() throws IOException {
    assertThat(stale(WITHOUT_C, "invite", "C", "x@y.example"))
        .contains("/x@y.example moved", "Then: nothing to do. Now: to be deleted.", "It would wait")
        .doesNotContain("not there any more");
  }
}
