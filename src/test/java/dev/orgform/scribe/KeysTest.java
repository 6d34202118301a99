package dev.orgform.scribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Address;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys speak of names, are unique, and stay the same. */
class KeysTest {

  private static Map<String, String> keys(Set<String> taken, String... idsAndNames) {
    var names = new TreeMap<String, String>();
    for (int i = 0; i < idsAndNames.length; i += 2) {
      names.put(idsAndNames[i], idsAndNames[i + 1]);
    }
    return Keys.of(names, "organization", taken);
  }

  @ParameterizedTest
  @CsvSource({
    "Acme Corporation, acme-corporation",
    "'  Acme,  Inc. ', acme-inc",
    "Müller & Söhne, muller-sohne",
    "ACME, acme",
    "北京, ''",
    "'--', ''",
    "4711, 4711",
    "ﬁsh, fish"
  })
  void slugs(String name, String slug) {
    assertThat(Keys.slug(name)).isEqualTo(slug);
  }

  @Test
  void namesThatMeetGetTheirIds() {
    assertThat(keys(Set.of(), "aaaaaaaa1", "Sales", "aaaaaaaa2", "sales", "b", "Acme", "c", "北京"))
        .isEqualTo(
            Map.of(
                "aaaaaaaa1", "sales-aaaaaa",
                "aaaaaaaa2", "sales-aaaaaaa",
                "b", "acme",
                "c", "organization-c"));
  }

  @Test
  void aKeyThatIsGivenIsGivenOnce() {
    assertThat(keys(Set.of("acme"), "ab12cd34", "Acme"))
        .isEqualTo(Map.of("ab12cd34", "acme-ab12cd"));
    assertThat(keys(Set.of("acme", "acme-a"), "a", "Acme")).isEqualTo(Map.of("a", "acme-2"));
    // A name that spells what another one would get keeps it.
    assertThat(keys(Set.of(), "aa", "x", "bb", "X", "cc", "x-aa"))
        .isEqualTo(Map.of("aa", "x-2", "bb", "x-bb", "cc", "x-aa"));
  }

  @Test
  void everyKeyIsOneAndIsUnique() {
    var random = new Random(2);
    for (int round = 0; round < 500; round++) {
      var names = new TreeMap<String, String>();
      for (int i = random.nextInt(30); i >= 0; i--) {
        names.put(
            Integer.toString(random.nextInt(1 << 20), 36),
            "ab é-1".substring(0, random.nextInt(7)).repeat(random.nextInt(40)));
      }
      var keys = Keys.of(names, "organization", Set.of("a", "ab"));
      assertThat(keys.keySet()).isEqualTo(names.keySet());
      assertThat(keys.values()).doesNotHaveDuplicates().doesNotContain("a", "ab");
      assertThat(keys.values()).allMatch(key -> Address.KEY.matcher(key).matches());
    }
  }
}
