package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstateTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:15:30.123456Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void theSmallestSeedIsFilledUp() {
    var estate =
        Estate.parse(
            "live.json",
            """
            {"organizations": [{"id": "kid", "name": "Kid", "parent": "top"},
                               {"id": "top", "name": "Top", "meta": {"managed_by": "us"},
                                "create_time": "2026-02-03T04:05:06+01:00"}]}\
            """);
    assertThat(estate.pick("kid").createTime()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(estate.pick("kid").profile()).isEmpty();
    assertThat(estate.pick("top").createTime()).isEqualTo("2026-02-03T03:05:06Z");
    assertThat(estate.lineage("kid")).extracting(Organization::name).containsExactly("Top", "Kid");
    var seen = Hands.result(new Hands(estate, "flag-block=none").get("/organizations/top"));
    assertThat(seen.path("meta").toString())
        .isEqualTo("{\"hierarchy_tags\":[\"top\"],\"managed_by\":\"us\"}");
  }

  @Test
  void whatIsSavedIsReadBack() {
    var estate = Estate.seeded("s").create("a\u202e", Optional.empty(), Optional.empty(), NOW);
    var more =
        estate
            .estate()
            .create("b", Optional.of(estate.said().id()), Optional.of(Profile.blank()), NOW);
    Path file = folder.resolve("new/estate.json");
    more.estate().save(file);
    assertThat(Estate.read(file)).isEqualTo(more.estate());
    assertThat(more.said().createTime()).isEqualTo("2026-11-20T08:15:30.123Z");
    more.estate().delete(more.said().id()).save(file);
    assertThat(Estate.read(file).organizations()).hasSize(1);
    assertThat(Estate.read(file).issued()).isEqualTo(2);
  }

  @Test
  void membersAndAccountsAreSavedAndReadBack() {
    var estate =
        Estate.parse(
            "s",
            """
            {"organizations": [
               {"id": "top", "name": "Top", "members": [
                 {"email": "Alice@top.example"},
                 {"id": "m2", "email": "bob@top.example", "user": "u2", "name": "Bob",
                  "status": "rejected", "two_factor": false, "creator": true,
                  "create_time": "2026-11-20T08:15:30Z", "update_time": "2026-11-20T09:00:00Z"}]}],
             "accounts": [
               {"id": "a1"},
               {"id": "a2", "name": "edge", "organization": "top", "type": "enterprise",
                "settings": {"enforce_twofactor": true},
                "moved_from": "gone", "moved_at": "2026-11-20T08:15:30Z"}]}\
            """);
    var alice = estate.members().of("top").getFirst();
    assertThat(alice.id()).matches("[0-9a-f]{32}");
    assertThat(alice.status()).isEqualTo(Member.Status.ACTIVE);
    assertThat(alice.user().twoFactor()).isTrue();
    assertThat(alice.updateTime()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(estate.accounts().in("top")).extracting(Account::id).containsExactly("a2");
    assertThat(estate.accounts().find("a1").orElseThrow().name()).isEmpty();
    Path file = folder.resolve("estate.json");
    estate.save(file);
    assertThat(Estate.read(file)).isEqualTo(estate);
  }

  @Test
  void membersGoWithTheirOrganizationAndAccountsKeepIt() {
    var estate =
        Estate.parse(
            "s",
            """
            {"organizations": [{"id": "a", "name": "A", "members": [{"email": "x@y.example"}]},
                               {"id": "b", "name": "B"}],
             "accounts": [{"id": "c", "organization": "b"}]}\
            """);
    assertThat(estate.delete("a").members().byId()).isEmpty();
    assertThatThrownBy(() -> estate.delete("b"))
        .isInstanceOf(Refused.class)
        .hasMessage("\"B\" is not empty: it has 1 account.");
  }

  @Test
  void theFileIsItsOwnersAloneAndNothingIsLeftBesideIt() throws Exception {
    Path file = folder.resolve("estate.json");
    Estate.empty().save(file);
    Estate.empty().save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatCannotBeSavedIsSaid() throws Exception {
    Path file = Files.createDirectories(folder.resolve("estate.json/inside"));
    assertThatThrownBy(() -> Estate.empty().save(file.getParent()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Cannot save");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file.getParent());
    }
  }

  @Test
  void filesThatCannotBeReadAreSaid() throws Exception {
    assertThatThrownBy(() -> Estate.read(folder.resolve("none.json")))
        .isInstanceOf(Refused.class)
        .hasMessageMatching("There is no file .*none.json\\.");
    assertThatThrownBy(() -> Estate.read(folder))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Cannot read");
    Path latin = folder.resolve("latin.json");
    Files.write(latin, "{\"seed\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Estate.read(latin))
        .isInstanceOf(Refused.class)
        .hasMessageEndingWith("latin.json is not UTF-8 text.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|s: an estate is a JSON object, e.g. {\"organizations\": []}.",
        "[]|s: an estate is a JSON object, e.g. {\"organizations\": []}.",
        "{\"organizations\": [}|s:1:20: not JSON: Unexpected close marker '}': expected ']'",
        "{\"organizations\": |s:1:18: not JSON: Unexpected end-of-input within/between Object"
            + " entries",
        "{}|s: organizations must be a list.",
        "{\"organisations\":[]}|s: \"organisations\" is not known here. Did you mean"
            + " \"organizations\"?",
        "{\"version\":2,\"organizations\":[]}|s: version must be 1, the only version there is.",
        "{\"issued\":-1,\"organizations\":[]}|s: issued must be a whole number.",
        "{\"issued\":1.5,\"organizations\":[]}|s: issued must be a whole number.",
        "{\"seed\":1,\"organizations\":[]}|s: seed must be text.",
        "{\"organizations\":[7]}|s: organizations[0] must be an object.",
        "{\"organizations\":[{\"name\":\"a\"}]}|s: organizations[0]: id is required.",
        "{\"organizations\":[{\"id\":\"a\"}]}|s: organizations[0]: name is required.",
        "{\"organizations\":[{\"id\":\"A\",\"name\":\"a\"}]}|s: organizations[0]: id must be 1 to"
            + " 32 of 0-9 and a-z, and not null.",
        "{\"organizations\":[{\"id\":\"null\",\"name\":\"a\"}]}|s: organizations[0]: id must be 1"
            + " to 32 of 0-9 and a-z, and not null.",
        "{\"organizations\":[{\"id\":\"a\",\"nmae\":\"a\"}]}|s: organizations[0]: \"nmae\" is not"
            + " known here. Did you mean \"name\"?",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"profile\":\"x\"}]}|s: organizations[0]:"
            + " profile must be an object.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"create_time\":\"now\"}]}|s:"
            + " organizations[0]: create_time must be a time like 2026-11-20T08:15:30.120Z.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\"},{\"id\":\"a\",\"name\":\"b\"}]}|s:"
            + " organizations[1]: id is used twice: a.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"members\":[{\"id\":\"m\"}]}]}|s:"
            + " organizations[0]: members[0]: email is required.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"members\":[{\"email\":\"e\","
            + "\"status\":\"gone\"}]}]}|s: organizations[0]: members[0]: status must be one of"
            + " active, pending, rejected, canceled.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"members\":[{\"email\":\"e\",\"two_factor\":\"on\"}]}]}|s:"
            + " organizations[0]: members[0]: two_factor must be true or false.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"members\":[{\"email\":\"e\",\"id\":\"m\"},{\"email\":\"f\",\"id\":\"m\"}]}]}|s:"
            + " organizations[0]: members[1]: id is used twice: m.",
        "{\"organizations\":[],\"accounts\":[{\"name\":\"x\"}]}|s: accounts[0]: id is required.",
        "{\"organizations\":[],\"accounts\":[{\"id\":\"x\",\"organization\":\"a\"}]}|s:"
            + " accounts[0]: organization is none of this file.",
        "{\"organizations\":[],\"accounts\":[{\"id\":\"x\",\"type\":\"free\"}]}|s: accounts[0]:"
            + " type must be one of standard, enterprise.",
        "{\"organizations\":[],\"accounts\":[{\"id\":\"x\"},{\"id\":\"x\"}]}|s: accounts[1]: id is"
            + " used twice: x.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"parent\":\"b\"}]}|s: organizations the"
            + " parent b is missing.",
        "{\"organizations\":[{\"id\":\"a\",\"name\":\"a\",\"parent\":\"a\"}]}|s: organizations a"
            + " lies under itself."
      })
  void brokenFilesAreExplained(String text, String message) {
    assertThatThrownBy(() -> Estate.parse("s", text))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("Source:");
  }

  @Test
  void deletingWhatIsNotEmptyNamesWhatIsInIt() {
    var root = Estate.empty().create("root", Optional.empty(), Optional.empty(), NOW);
    String id = root.said().id();
    var one = root.estate().create("a", Optional.of(id), Optional.empty(), NOW).estate();
    assertThatThrownBy(() -> one.delete(id))
        .isInstanceOf(Refused.class)
        .hasMessage("\"root\" is not empty: it has the sub-organization \"a\".");
    var two = one.create("b", Optional.of(id), Optional.empty(), NOW).estate();
    assertThatThrownBy(() -> two.delete(id))
        .hasMessage("\"root\" is not empty: it has the sub-organization \"a\" and 1 more.");
    assertThat(root.estate().organizations()).hasSize(1);
  }

  @Test
  void anOrganizationIsPickedByIdOrByANameThatOnlyItHas() {
    var estate =
        Estate.parse(
            "s",
            """
            {"organizations": [{"id": "x1", "name": "twin"}, {"id": "x2", "name": "twin"},
                               {"id": "x3", "name": "x1"}]}\
            """);
    assertThat(estate.pick("x1").name()).isEqualTo("twin");
    assertThatThrownBy(() -> estate.pick("twin"))
        .hasMessage("2 organizations are named \"twin\"; give the id of one: x1, x2.");
    assertThatThrownBy(() -> estate.pick("twim"))
        .hasMessage("No organization has the id or name \"twim\". Did you mean \"twin\"?");
  }
}
