package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTest {
  private final Keep keep =
      Keep.inMemory(
          Estate.parse(
              "s",
              """
              {"organizations": [{"id": "r", "name": "root"},
                                 {"id": "k", "name": "kid", "parent": "r"},
                                 {"id": "e", "name": "\\u001b[31m", "parent": "k"},
                                 {"id": "l", "name": "last", "parent": "r"}]}\
              """));
  private String said = "";

  private void edit(String... words) {
    var edit = Edit.parse(List.of(words));
    said = keep.change(estate -> edit.on(estate, Instant.EPOCH));
  }

  @BeforeEach
  void nothingIsSaidYet() {
    said = "";
  }

  @Test
  void listDrawsTheTreeAndShowsHostileNamesAsTheyAre() {
    edit("profile", "last", "business_name=L");
    edit("list");
    assertThat(said)
        .isEqualTo(
            """
            root  r
            ├── kid  k
            │   └── \\u{1b}[31m  e
            └── last  l  (profile)\
            """);
    var drawn = said;
    edit();
    assertThat(said).isEqualTo(drawn);
  }

  @Test
  void listSaysWhenThereIsNothing() {
    assertThat(Edit.parse(List.of("list")).on(Estate.empty(), Instant.EPOCH).said())
        .isEqualTo("There are no organizations.");
  }

  @Test
  void createMakesARootOrAChild() {
    edit("create", "top");
    assertThat(said).matches("Created \"top\" \\([0-9a-f]{32}\\)\\.");
    edit("create", "new", "under", "last");
    assertThat(said).matches("Created \"new\" \\([0-9a-f]{32}\\) under \"last\" \\(l\\)\\.");
    assertThat(keep.estate().pick("new").parent()).contains("l");
    assertThat(keep.estate().pick("top").parent()).isEmpty();
  }

  @Test
  void renameTakesAnIdOrAName() {
    edit("rename", "kid", "child");
    assertThat(said).isEqualTo("Renamed \"kid\" (k) to \"child\".");
    edit("rename", "k", "kid");
    assertThat(keep.estate().pick("k").name()).isEqualTo("kid");
  }

  @Test
  void profileSetsWhatIsGivenAndKeepsTheRest() {
    edit("profile", "kid", "business_name=A=B", "business_phone=");
    assertThat(said).isEqualTo("Set business_name, business_phone of \"kid\" (k).");
    edit("profile", "kid", "business_email=e");
    assertThat(keep.estate().pick("kid").profile().orElseThrow().toString())
        .isEqualTo(
            "{\"business_address\":\"\",\"business_email\":\"e\",\"business_name\":\"A=B\","
                + "\"business_phone\":\"\",\"external_metadata\":\"\"}");
  }

  @Test
  void deleteRemovesWhatIsEmpty() {
    edit("delete", "e");
    edit("delete", "kid");
    assertThat(said).isEqualTo("Deleted \"kid\" (k).");
    assertThat(keep.estate().organizations()).containsOnlyKeys("r", "l");
    assertThatThrownBy(() -> edit("delete", "root")).hasMessageContaining("is not empty");
    assertThatThrownBy(() -> edit("delete", "kid")).hasMessageContaining("No organization");
  }

  @Test
  void whatIsNoEditIsAnsweredWithTheForms() {
    assertThatThrownBy(() -> edit("renmae", "k", "x"))
        .isInstanceOf(Refused.class)
        .hasMessage(
            """
            There is no edit "renmae". Did you mean "rename"? The edits are:
              list [ID|NAME]
              create NAME [under PARENT]
              rename ID|NAME NEW-NAME
              profile ID|NAME FIELD=VALUE...
              delete ID|NAME
              invite ID|NAME EMAIL
              accept ID|NAME EMAIL
              reject ID|NAME EMAIL
              add-member ID|NAME EMAIL
              remove-member ID|NAME EMAIL
              two-factor EMAIL on|off
              add-account NAME [under ID|NAME] [id ID]
              move-account ID|NAME (under ID|NAME | out)\
            """);
    for (String[] words :
        new String[][] {
          {"list", "root", "all"},
          {"invite", "k"},
          {"accept", "k", "a@b.example", "c"},
          {"two-factor", "a@b.example", "maybe"},
          {"add-account", "a", "in", "k"},
          {"move-account", "a", "k"},
          {"create"},
          {"create", "a", "in", "b"},
          {"rename", "k"},
          {"delete"},
          {"profile", "k"}
        }) {
      assertThatThrownBy(() -> edit(words))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("list");
    }
    assertThatThrownBy(() -> edit("rename", "k", "")).hasMessageContaining("cannot be empty");
    assertThatThrownBy(() -> edit("create", "")).hasMessageContaining("cannot be empty");
    assertThatThrownBy(() -> edit("profile", "k", "busines_name=x"))
        .hasMessageContaining("Did you mean \"business_name\"?");
    assertThatThrownBy(() -> edit("profile", "k", "business_name"))
        .hasMessageContaining("is not FIELD=VALUE");
  }
}
