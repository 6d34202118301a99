package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgform.documents.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -json} says of a configuration can be taken apart by programs. */
class ConfigurationStreamTest {
  private static final Schemas SCHEMA = Schemas.event();

  @TempDir Path directory;

  private Desk laid(String yaml) throws IOException {
    Files.writeString(directory.resolve("one.yaml"), yaml);
    return Desk.in(directory);
  }

  private static List<JsonNode> lines(Desk.Run run) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : run.out().split("\n")) {
      assertThat(SCHEMA.complaints(line)).as(line).isEmpty();
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(run.err()).isEmpty();
    return lines;
  }

  @Test
  void aValidOne() throws IOException {
    var run = laid("version: 1\norganizations: {one: {name: One}}\n").run("validate", "-json");

    assertThat(run.exit()).isZero();
    var last = lines(run).getLast();
    assertThat(last.path("type").asText()).isEqualTo("validate_summary");
    assertThat(last.path("validation"))
        .hasToString(
            "{\"valid\":true,\"error_count\":0,\"warning_count\":0,\"file_count\":1,"
                + "\"object_count\":1}");
  }

  @Test
  void oneWithErrors() throws IOException {
    var run =
        laid("version: 1\norganizations:\n  one: {name: One, nmae: Two}\n  two: {}\n")
            .run("validate", "-json");

    assertThat(run.exit()).isEqualTo(65);
    var lines = lines(run);
    var first = lines.get(1).path("diagnostic");
    assertThat(first.path("code").asText()).isEqualTo("unknown-key");
    assertThat(first.path("range").path("filename").asText()).isEqualTo("one.yaml");
    assertThat(first.path("range").path("start").path("line").asInt()).isEqualTo(3);
    assertThat(first.path("range").path("start").path("column").asInt()).isPositive();
    assertThat(lines.getLast().path("@level").asText()).isEqualTo("error");
    assertThat(lines.getLast().path("validation"))
        .hasToString("{\"valid\":false,\"error_count\":2,\"warning_count\":0}");
  }

  @Test
  void oneThatIsNotThere() throws IOException {
    var run = Desk.in(directory).run("validate", "nowhere", "-json");

    assertThat(lines(run).getLast().path("validation").path("valid").asBoolean(true)).isFalse();
  }

  @Test
  void whatIsDeclared() throws IOException {
    var run =
        laid("""
        version: 1
        organizations:
          one:
            name: "O\\u001b"
            id: 3f00c1d2a4b5968778695a4b3c2d1e0f
            profile: {business_name: "", external_metadata: {cost_center: 4711}}
        removed: [{organization: 9a0b, name: Labs}]
        """)
            .run("show", "--config", "-json");

    assertThat(run.exit()).as(run.both()).isZero();
    var lines = lines(run);
    assertThat(lines.stream().map(line -> line.path("type").asText()))
        .containsExactly("version", "declared_object", "declared_object", "declared_removal");
    var one = lines.get(1).path("object");
    assertThat(one.path("address").asText()).isEqualTo("organization.one");
    assertThat(one.path("type").asText()).isEqualTo("cloudflare_organization");
    assertThat(one.path("id").asText()).isEqualTo("3f00c1d2a4b5968778695a4b3c2d1e0f");
    assertThat(one.path("fields").path("name").path("text").asText()).isEqualTo("O\u001b");
    assertThat(one.path("source").path("line").asInt()).isEqualTo(3);
    assertThat(lines.get(2).path("object").path("fields").toString())
        .contains("\"cost_center\":4711", "\"organization\":{\"ref\":\"organization.one\"}");
    assertThat(lines.get(3).path("removal").path("id").asText()).isEqualTo("9a0b");
  }
}
