package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How faults are written, read and refused. */
class FaultsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "seed:4711,mild",
        "seed:-1,storm",
        "1:refused",
        "3:acted+reset@0,9:429(as=json,retry-after=5,ratelimit=yes),12:editor(rename)",
        "1:reset@12",
        "1:acted+close(headers),2:reset(body)",
        "1:silent,2:acted+silent",
        "1:slow(1),2:late(20s),3:late(1500ms)",
        "1:acted+526(as=html,retry-after=none,ratelimit=no)",
        "1:429(as=problem,retry-after=date+120,ratelimit=yes)",
        "1:307(to=self),2:301(to=other)",
        "1:hidden(45s),1:forbidden(100ms),1:acted+silent",
        "1:editor(twin,of=3),2:expired,3:revoked",
        "1:acted+no-id,2:page-short"
      })
  void whatIsPrintedIsWhatWasRead(String text) {
    assertThat(Faults.parse(text)).hasToString(text);
    assertThat(Faults.parse(Faults.parse(text).toString())).isEqualTo(Faults.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 2:close , 1:reset |1:reset@0,2:close@0",
        "1:slow|1:slow(1)",
        "1:503|1:503(as=json,retry-after=none,ratelimit=yes)",
        "1:429(retry-after=soon)|1:429(as=json,retry-after=soon,ratelimit=yes)",
        "1:429(retry-after=-5)|1:429(as=json,retry-after=-5,ratelimit=yes)",
        "1:302|1:302(to=other)",
        "1:hidden(2m)|1:hidden(120s)",
        "seed:7|seed:7,mild",
        "seed: 7 , storm|seed:7,storm",
        "7:reset,07:hidden(1s)|7:reset@0,7:hidden(1s)"
      })
  void shortFormsMeanTheLongOnes(String text, String whole) {
    assertThat(Faults.parse(text)).hasToString(whole);
  }

  @Test
  void everyFaultOfTheListIsReadByItsName() {
    for (FaultList.Entry entry : FaultList.ALL) {
      for (String name : entry.names()) {
        String arguments =
            switch (name) {
              case "hidden", "forbidden", "late" -> "(1s)";
              case "editor" -> "(delete)";
              default -> "";
            };
        var faults = Faults.parse("1:" + name + arguments);
        assertThat(Faults.parse(faults.toString())).isEqualTo(faults);
        if (entry.mayAct()) {
          assertThat(Faults.parse("1:acted+" + name + arguments).toString()).startsWith("1:acted+");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|\"\" is no fault: write REQUEST:FAULT, such as 3:acted+reset@0",
        "reset|\"reset\" is no fault: write REQUEST:FAULT",
        "1:reset,|\"\" is no fault",
        "x:reset|\"x:reset\" is no fault",
        "1:429(retry-after=5|\"1:429(retry-after=5\" is no fault",
        "0:reset|Requests are counted from 1; there is no request 0.",
        "1:rest|There is no fault \"rest\". Did you mean \"reset\"? The faults are: refused,"
            + " silent",
        "1:428|There is no fault \"428\". Did you mean \"422\"?",
        "1:acted+refused|refused cannot stand behind acted+. It is written refused.",
        "1:acted+429|429 cannot stand behind acted+. It is written STATUS(as=json|html",
        "1:acted+page-short|page-short cannot stand behind acted+.",
        "1:silent@3|silent does not take \"@3\". It is written silent.",
        "1:silent(x)|silent does not take \"x\".",
        "1:429(retry-aftr=5)|429 does not take \"retry-aftr\". Did you mean \"retry-after\"?",
        "1:429(as=xml)|429 cannot have \"xml\"; it takes one of json, html, problem.",
        "1:429(retry-after=date)|429 cannot have \"date\"; dates are written date+120 or date-120.",
        "1:429(retry-after=)|429 needs a retry-after of 1 to 40 visible characters",
        "1:429(ratelimit=on)|429 needs ratelimit=yes or ratelimit=no.",
        "1:reset(middle)|reset cannot have \"middle\"; it takes one of headers, body.",
        "1:reset@4(body)|reset takes a byte or a part of the answer, not both.",
        "1:reset(body,head)|reset takes one word at most, not \"head\" as well.",
        "1:slow(0)|slow needs a whole number from 1, not \"0\".",
        "1:hidden|hidden needs a time in parentheses, such as (45s) or (1500ms).",
        "1:hidden(45)|hidden needs a time in parentheses",
        "1:editor|editor cannot have \"\"; it takes one of rename, delete, create, twin, profile.",
        "1:editor(renam)|Did you mean \"rename\"? It is written editor(rename|delete",
        "1:editor(rename,of=0)|editor needs a whole number from 1, not \"0\".",
        "1:302(to=me)|302 cannot have \"me\"; it takes one of other, self.",
        "1:reset,1:silent|Request 1 cannot have both reset@0 and silent: one request has one"
            + " answer.",
        "seed:|A seed is a whole number of at most 18 digits, such as seed:4711, and not \"\".",
        "seed:x,storm|A seed is a whole number",
        "seed:1,strom|The weather is mild or storm, not \"strom\". Did you mean \"storm\"?",
        "seed:1,storm,mild|The weather is mild or storm, not \"storm,mild\".",
      })
  void whatCannotBeUnderstoodIsExplained(String text, String words) {
    assertThatThrownBy(() -> Faults.parse(text))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatIsWrittenIsHarmlessInTheRefusal() {
    assertThatThrownBy(() -> Faults.parse("\u001b[31m"))
        .hasMessageStartingWith("\"\\u{1b}[31m\" is no fault");
  }

  @Test
  void aScheduleIsSortedWholeAndCannotBeChanged() {
    var entries = new TreeMap<Integer, List<Fault>>(Map.of(2, List.of(), 1, List.of()));
    assertThat(new Schedule(entries)).isEqualTo(Faults.NONE).hasToString("none");
    assertThatThrownBy(() -> new Schedule(entries).entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theListHasNoNameTwice() {
    assertThat(FaultList.names()).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    assertThat(FaultList.ALL).allSatisfy(entry -> assertThat(entry.meaning()).isNotBlank());
  }
}
