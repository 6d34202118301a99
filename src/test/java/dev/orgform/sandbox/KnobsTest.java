package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnobsTest {
  @Test
  void everyKnobHasItsOwnNameAMeaningAndAReadablePreset() {
    assertThat(KnobList.ALL).extracting(Knob::name).doesNotHaveDuplicates();
    assertThat(KnobList.ALL)
        .allSatisfy(
            knob -> {
              assertThat(knob.name()).matches("[a-z]+(-[a-z]+)*");
              assertThat(knob.meaning()).isNotBlank();
              assertThat(knob.read(knob.preset())).isNotNull();
            });
  }

  @Test
  void theListHasEveryKnobThatIsDeclared() throws IllegalAccessException {
    int declared = 0;
    for (var list :
        List.of(
            KnobList.class,
            MemberKnobs.class,
            AccountKnobs.class,
            AuditKnobs.class,
            UsageKnobs.class)) {
      for (var field : list.getDeclaredFields()) {
        if (field.getType() == Knob.class) {
          declared++;
          assertThat(KnobList.ALL).contains((Knob<?>) field.get(null));
        }
      }
    }
    assertThat(declared).isEqualTo(KnobList.ALL.size());
  }

  @Test
  void settingsAreReadAndTheLastOfANameWins() {
    var knobs = Knobs.parse(List.of("foreign=404", " foreign = 403 ", "visible-after=2m"));
    assertThat(knobs.get(KnobList.FOREIGN_NOT_FOUND)).isFalse();
    assertThat(knobs.get(KnobList.VISIBLE_AFTER)).isEqualTo(Duration.ofMinutes(2));
    assertThat(knobs.get(KnobList.TOTAL_SIZE)).isTrue();
    assertThat(knobs).isEqualTo(Knobs.preset().with("visible-after", "2m").with("foreign", "403"));
  }

  @Test
  void aNameThatIsNearlyRightIsRecognised() {
    assertThatThrownBy(() -> Knobs.parse(List.of("flagblock=flags")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith(
            "There is no knob \"flagblock\". Did you mean \"flag-block\"? The knobs are:"
                + " edition=any");
  }

  @Test
  void aNameThatIsFarOffGetsTheList() {
    assertThatThrownBy(() -> Knobs.parse(List.of("\u001b[31m=1")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("There is no knob \"\\u{1b}[31m\". The knobs are: ")
        .hasMessageContaining("latency=DURATION");
  }

  @Test
  void aSettingWithoutValueIsExplained() {
    assertThatThrownBy(() -> Knobs.parse(List.of("latency")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("A knob is written name=value, not \"latency\"");
  }

  @Test
  void aValueThatItDoesNotTakeIsExplained() {
    assertThatThrownBy(() -> Knobs.parse(List.of("missing-profile=410")))
        .isInstanceOf(Refused.class)
        .hasMessage("missing-profile cannot be \"410\"; it takes 404|null|blank.");
  }

  @ParameterizedTest
  @CsvSource({"0s,0", "500ms,500", "30S,30000", "5m,300000", "1h,3600000", "PT1.5S,1500"})
  void spansAreReadInEverySpelling(String text, long millis) {
    assertThat(Knob.readSpan(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latency=5",
        "latency=-5s",
        "latency=PT-5S",
        "latency=",
        "rate-limit=0/5m",
        "rate-limit=10",
        "rate-limit=10/0s",
        "rate-limit=99999999999/5m",
        "not-empty=500:1400",
        "not-empty=400:999",
        "not-empty=400",
        "not-empty=400:99999999999",
        "entitled=true"
      })
  void impossibleValuesAreRefused(String setting) {
    assertThatThrownBy(() -> Knobs.parse(List.of(setting)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("it takes");
  }
}
