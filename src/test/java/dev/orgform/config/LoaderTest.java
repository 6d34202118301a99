package dev.orgform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
  private static final Address ACME = new Address("organization", "acme");
  private static final Address PROFILE = new Address("profile", "acme");

  static Checked<Configuration> load(Map<String, String> files) {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return Loader.load(
        Sources.of(bytes), Map.of("ACME_NAME", "Acme & Sons", "EMPTY", ""), BadInputTest.KINDS);
  }

  private static Desired desired(String organizations) {
    return one("version: 1\norganizations:\n" + organizations).desired();
  }

  private static Configuration one(String text) {
    var checked = load(Map.of("a.yaml", text));
    assertThat(checked.diagnostics()).isEmpty();
    return checked.value().orElseThrow();
  }

  private static Value field(String yaml, String field) {
    return desired("  acme:\n    name: Acme\n    profile:\n      " + field + ": " + yaml + "\n")
        .resources()
        .get(PROFILE)
        .orElseThrow()
        .fields()
        .get(field);
  }

  @Test
  void nestingAndParentSayTheSame() {
    var nested = desired("  acme: {name: Acme, organizations: {emea: {name: EMEA}}}\n");
    var flat = desired("  acme: {name: Acme}\n  emea: {name: EMEA, parent: acme}\n");
    var emea = new Address("organization", "emea");
    for (var desired : List.of(nested, flat)) {
      var fields = desired.resources().get(emea).orElseThrow().fields();
      assertThat(fields.get(OrganizationKind.PARENT)).isEqualTo(new Value.Ref(ACME));
      assertThat(fields.text(OrganizationKind.NAME)).isEqualTo("EMEA");
    }
  }

  @Test
  void noParentIsTheRootUnlessPinned() {
    var desired = desired("  acme: {name: Acme}\n  emea: {name: EMEA, id: 9a0b}\n");
    var emea = desired.resources().get(new Address("organization", "emea")).orElseThrow();
    assertThat(desired.resources().get(ACME).orElseThrow().fields().get("parent"))
        .isEqualTo(Value.none());
    assertThat(emea.fields().get("parent")).isEqualTo(Value.unmanaged());
    assertThat(emea.id()).contains("9a0b");
  }

  @Test
  void aPinnedOrganizationUnderAnotherHasThatParent() {
    var desired =
        desired("  acme:\n    name: Acme\n    organizations: {emea: {name: EMEA, id: 9a0b}}\n");
    var emea = desired.resources().get(new Address("organization", "emea")).orElseThrow();
    assertThat(emea.fields().get("parent")).isEqualTo(new Value.Ref(ACME));
  }

  @Test
  void onlyTheFieldsGivenAreManaged() {
    var desired = desired("  acme:\n    name: Acme\n    profile: {business_email: \"\"}\n");
    var fields = desired.resources().get(PROFILE).orElseThrow().fields();
    assertThat(fields.values())
        .containsOnly(
            Map.entry(ProfileKind.ORGANIZATION, new Value.Ref(ACME)),
            Map.entry("business_email", Value.text("")));
  }

  @Test
  void withoutAProfileBlockThereIsNoProfile() {
    assertThat(desired("  acme: {name: Acme}\n").resources().get(PROFILE)).isEmpty();
    assertThat(desired("  acme: {name: Acme, profile: {}}\n").resources().get(PROFILE)).isPresent();
  }

  @Test
  void defaultsLieUnderEveryOrganizationOfTheirFileOnly() {
    var checked =
        load(
            Map.of(
                "a.yaml",
                """
                version: 1
                defaults:
                  profile:
                    business_name: Acme
                    external_metadata: {a: {x: 1, y: 2}, b: 3}
                    business_address: Elsewhere
                organizations:
                  acme:
                    name: Acme
                    profile:
                      external_metadata: {a: {y: 9}, c: 4}
                      business_address: {city: Springfield}
                    organizations:
                      emea: {name: EMEA}
                """,
                "b.yaml",
                "version: 1\norganizations: {apac: {name: APAC, parent: acme}}\n"));
    var resources = checked.value().orElseThrow().desired().resources();
    var acme = resources.get(PROFILE).orElseThrow().fields();
    assertThat(acme.text("external_metadata"))
        .isEqualTo("{\"a\":{\"x\":1,\"y\":9},\"b\":3,\"c\":4}");
    assertThat(acme.text("business_address")).isEqualTo("{\"city\":\"Springfield\"}");
    assertThat(acme.text("business_name")).isEqualTo("Acme");
    var emea = resources.get(new Address("profile", "emea")).orElseThrow().fields();
    assertThat(emea.text("business_address")).isEqualTo("Elsewhere");
    assertThat(resources.get(new Address("profile", "apac"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO",
        "yes",
        "on",
        "true",
        "010",
        "0x1F",
        "0o17",
        "1e400",
        ".nan",
        ".inf",
        "2024-01-01",
        "12:30:45",
        "1_000",
        "4711",
        "-0",
        "+1",
        "0b1",
        "nil",
        "nULL",
        "=",
        "<"
      })
  void plainScalarsAreText(String plain) {
    assertThat(field(plain, "business_name")).isEqualTo(Value.text(plain));
    assertThat(field("{a: " + plain + "}", "business_address"))
        .isEqualTo(
            JsonText.canonical(new Value.Tree(new TreeMap<>(Map.of("a", Value.text(plain))))));
  }

  @Test
  void anEndlessNumberIsText() {
    var digits = "1".repeat(1_000_000);
    assertThat(field(digits, "business_name")).isEqualTo(Value.text(digits));
    assertThat(((Value.Json) field("{a: " + digits + "}", "external_metadata")).spelling())
        .isEqualTo("{\"a\":\"" + digits + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{cost_center: 4711}|{\"cost_center\":4711}",
        "{b: true, a: false, c: null, d: ~, e:"
            + " }|{\"a\":false,\"b\":true,\"c\":null,\"d\":null,\"e\":null}",
        "{a: '1', b: \"true\", c: 'null'}|{\"a\":\"1\",\"b\":\"true\",\"c\":\"null\"}",
        "{a: 010, b: NO, c: 0x1F, d: 2024-01-01, e: 1.50, f: 1e400}|"
            + "{\"a\":\"010\",\"b\":\"NO\",\"c\":\"0x1F\",\"d\":\"2024-01-01\",\"e\":1.5,\"f\":1E+400}",
        "{a: [1, two, {z: 1, y: 2}]}|{\"a\":[1,\"two\",{\"y\":2,\"z\":1}]}",
        "{a: \"${env.ACME_NAME}\"}|{\"a\":\"Acme & Sons\"}",
        "{}|{}",
      })
  void metadataMapsAreTypedCanonicalJson(String yaml, String json) {
    assertThat(((Value.Json) field(yaml, "external_metadata")).spelling()).isEqualTo(json);
  }

  @Test
  void jsonTextKeepsItsSpelling() {
    assertThat(field("'{\"b\": 1,  \"a\": 2}'", "external_metadata"))
        .isEqualTo(JsonText.read("{\"b\": 1,  \"a\": 2}"))
        .isInstanceOf(Value.Json.class);
    assertThat(field("'{\"b\": 1}'", "business_name")).isEqualTo(Value.text("{\"b\": 1}"));
    assertThat(field("4711", "external_metadata")).isEqualTo(Value.text("4711"));
  }

  @Test
  void variablesAreTakenWholeAndAsText() {
    assertThat(field("${env.ACME_NAME}", "business_name")).isEqualTo(Value.text("Acme & Sons"));
    assertThat(field("'${env.EMPTY}'", "business_name")).isEqualTo(Value.text(""));
    assertThat(field("\"\\x24{env.NOT_SET}\"", "business_name"))
        .isEqualTo(Value.text("${env.NOT_SET}"));
    assertThat(field("\"é 😀 \\x24{env.NOT_SET} $env\"", "business_name"))
        .isEqualTo(Value.text("é 😀 ${env.NOT_SET} $env"));
    assertThat(field("${OTHER}", "business_name")).isEqualTo(Value.text("${OTHER}"));
  }

  @Test
  void formerNamesAndRemovalsAreKept() {
    var desired =
        one("""
        version: 1
        organizations:
          acme: {name: Acme, previously: [Acme Corp, "Acme\\tInc"], id: 9a0b}
        removed:
          - {organization: 77aa, name: Acme Labs}
        """)
            .desired();
    assertThat(desired.formerNames())
        .containsOnly(Map.entry(ACME, List.of("Acme Corp", "Acme\tInc")));
    var removal = desired.removals().getFirst();
    assertThat(removal.id()).isEqualTo("77aa");
    assertThat(removal.name()).isEqualTo("Acme Labs");
    assertThat(removal.kind()).isEqualTo(OrganizationKind.ORGANIZATION);
    assertThat(removal.place()).hasToString("a.yaml:5:5");
  }

  @Test
  void everyFieldHasItsPlace() {
    var desired = desired("  acme:\n    name: Acme\n    profile: {business_email: a@b}\n");
    assertThat(desired.place(ACME, "name").orElseThrow()).hasToString("a.yaml:4:11");
    assertThat(desired.place(ACME, "parent").orElseThrow()).hasToString("a.yaml:3:3");
    assertThat(desired.place(PROFILE, "business_email").orElseThrow()).hasToString("a.yaml:5:31");
    var place = desired.place(ACME, "name").orElseThrow();
    assertThat(place.length()).isEqualTo(4);
    assertThat(place.source()).isEqualTo("    name: Acme");
  }

  @Test
  void controlCharactersAreForPinnedNamesAsEscapes() {
    var desired = desired("  acme: {name: \"A\\e[2J\\u202E\\nB\", id: 9a0b}\n");
    assertThat(desired.resources().get(ACME).orElseThrow().fields().text("name"))
        .isEqualTo("A\u001b[2J\u202e\nB");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() {
    var text = "\ufeffversion: 1\r\norganizations:\r\n  acme: {name: Acme}\r\n";
    var acme = one(text).desired().resources().get(ACME).orElseThrow();
    assertThat(acme.place().orElseThrow()).hasToString("a.yaml:3:3");
    assertThat(acme.place().orElseThrow().source()).isEqualTo("  acme: {name: Acme}");
  }

  @Test
  void aFileMayDeclareNothing() {
    assertThat(one("version: 1\n").desired().resources().all()).isEmpty();
    assertThat(one("version: 1\norganizations: {}\nremoved: []\n").desired().removals()).isEmpty();
  }

  @Test
  void digestsFollowContentAndName() {
    var one = one("version: 1\n");
    assertThat(one.files()).hasSize(1);
    assertThat(one.files().getFirst().digest())
        .isEqualTo("09bfcc6a14b83e2192b8673677725c84883ee9cd0c70e45c9ec09daa8f2b2847");
    var other = load(Map.of("b.yaml", "version: 1\n")).value().orElseThrow();
    assertThat(other.digest()).isNotEqualTo(one.digest());
    assertThat(one("version: 1\n").digest()).isEqualTo(one.digest());
    assertThat(one("version: 1 \n").digest()).isNotEqualTo(one.digest());
  }

  @Test
  void theRestOfAFileThatIsWrongEverywhereIsCounted() {
    var text = new StringBuilder("version: 1\norganizations:\n");
    for (int i = 0; i < 250; i++) {
      text.append("  k").append(i).append(": {nam: x}\n");
    }
    var diagnostics = load(Map.of("a.yaml", text.toString(), "b.yaml", "version: 2")).diagnostics();
    assertThat(diagnostics).hasSize(102);
    assertThat(diagnostics.getLast().summary()).isEqualTo("150 more errors in a.yaml");
    assertThat(diagnostics).extracting(Diagnostic::code).contains(Code.BAD_VERSION);
  }
}
