package dev.orgform.report;

import dev.orgform.audit.Actor;
import dev.orgform.audit.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Entries of an audit log, as people read them and as spreadsheets do. */
public final class LogText {
  private static final String[][] COLUMNS = {
    {"time", "action", "time"},
    {"id", "id"},
    {"actor_email", "actor", "email"},
    {"actor_id", "actor", "id"},
    {"actor_type", "actor", "type"},
    {"actor_context", "actor", "context"},
    {"actor_token_name", "actor", "token_name"},
    {"actor_token_id", "actor", "token_id"},
    {"actor_ip_address", "actor", "ip_address"},
    {"action_type", "action", "type"},
    {"action_result", "action", "result"},
    {"action_description", "action", "description"},
    {"organization_id", "organization", "id"},
    {"resource_id", "resource", "id"},
    {"resource_product", "resource", "product"},
    {"resource_type", "resource", "type"},
    {"resource_scope", "resource", "scope"},
    {"raw_method", "raw", "method"},
    {"raw_uri", "raw", "uri"},
    {"raw_status_code", "raw", "status_code"},
    {"raw_cf_ray_id", "raw", "cf_ray_id"},
    {"raw_user_agent", "raw", "user_agent"},
  };

  private LogText() {}

  /** A line for each, and how many there are. */
  public static Page table(List<Entry> entries) {
    var table = new Table();
    for (var entry : entries) {
      var actor = Actor.of(entry);
      table.row(
          cell(entry.text("action", "time")),
          cell(actor.who()),
          new Line().data(actor.how().isEmpty() ? "-" : actor.how()),
          what(entry),
          cell(entry.text("action", "result")),
          cell(entry.text("id")));
    }
    var page = table.page();
    page.line().number(entries.size()).say(entries.size() == 1 ? " entry." : " entries.");
    return page;
  }

  private static Line cell(Optional<String> text) {
    return new Line().data(text.orElse("-"));
  }

  private static Line what(Entry entry) {
    var uri = entry.text("raw", "uri");
    if (uri.isEmpty()) {
      return new Line()
          .data(entry.text("action", "type").orElse("-"))
          .say(" ")
          .data(entry.text("resource", "type").orElse("-"))
          .say(" ")
          .data(entry.text("resource", "id").orElse("-"));
    }
    return new Line()
        .data(entry.text("raw", "method").orElse("-"))
        .say(" ")
        .data(uri.get().replaceFirst("^/client/v4/", "/"));
  }

  /** A row for each below the names of the columns, which are those of the filters. */
  public static Drawing csv(List<Entry> entries) {
    var sheet = new Sheet();
    for (var column : COLUMNS) {
      sheet.field(column[0]);
    }
    sheet.end();
    for (var entry : entries) {
      for (var column : COLUMNS) {
        sheet.field(entry.text(Arrays.copyOfRange(column, 1, column.length)));
      }
      sheet.end();
    }
    return sheet.drawing();
  }
}
