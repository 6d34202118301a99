package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a saved plan ends with is one that works, and says what it agrees to. */
class NextCommandTest {
  @TempDir Path directory;

  private void declare(String folder, String organizations) throws IOException {
    Files.createDirectories(directory.resolve(folder));
    Files.writeString(
        directory.resolve(folder).resolve("a.yaml"),
        "version: 1\norganizations:\n" + organizations.indent(2));
  }

  /** The line below the one that ends with {@code run:}, as a shell takes it apart. */
  private static String[] suggested(Desk.Run run) {
    var lines = run.err().lines().toList();
    int at = 0;
    while (!lines.get(at).endsWith("run:")) {
      at++;
    }
    return Arrays.stream(lines.get(at + 1).strip().split(" "))
        .skip(1)
        .map(word -> word.replace("\"", ""))
        .toArray(String[]::new);
  }

  @Test
  void carriesTheConfirmationsThatAreMissing() throws IOException {
    var desk = Desk.in(directory);
    declare("base", "acme: {name: Acme}\nlabs: {name: Labs}\n");
    declare("live", "acme: {name: Acme, profile: {business_name: One}}\nlabs: {name: Labs}\n");
    declare("head", "acme: {name: Acme, profile: {business_name: Two}}\n");
    assertThat(desk.run("apply", "live", "--sandbox", "-auto-approve").exit()).isZero();

    var plan = desk.run("plan", "head", "--base=base", "--sandbox", "-out=p.json");

    assertThat(plan.both())
        .containsSubsequence(
            "Needs confirmation: ",
            "Needs confirmation: ",
            "Needs confirmation: ",
            "To perform exactly these actions, and agree to what needs confirmation above,\nrun:");
    assertThat(suggested(plan))
        .startsWith("apply", "p.json", "--sandbox")
        .contains("--allow-delete", "--adopt")
        .anyMatch(word -> word.matches("--accept-one-way=[0-9a-f]{12}"));
    var apply = desk.run(suggested(plan));
    assertThat(apply.exit()).as(apply.both()).isZero();
  }

  @Test
  void hasNoFlagThatNobodyWants() throws IOException {
    var desk = Desk.in(directory);
    declare("head", "acme: {name: Acme}\n");
    var plan = desk.run("plan", "head", "--sandbox", "-out=p.json");
    assertThat(plan.err())
        .contains(
            "To perform exactly these actions, run:\n    orgform apply \"p.json\" --sandbox\n");
    assertThat(desk.run(suggested(plan)).exit()).isZero();
  }
}
