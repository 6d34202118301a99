package dev.orgform.sandbox;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The filters of an audit log: repeated values are alternatives, {@code X.not} takes away what
 * {@code X} would choose, and all must hold.
 */
final class AuditFilters {
  /** Each filter's name, and where an entry has what it is about. */
  private static final SortedMap<String, String> POINTERS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("id", "/id"),
                  Map.entry("action_result", "/action/result"),
                  Map.entry("action_type", "/action/type"),
                  Map.entry("actor_context", "/actor/context"),
                  Map.entry("actor_email", "/actor/email"),
                  Map.entry("actor_id", "/actor/id"),
                  Map.entry("actor_ip_address", "/actor/ip_address"),
                  Map.entry("actor_token_id", "/actor/token_id"),
                  Map.entry("actor_token_name", "/actor/token_name"),
                  Map.entry("actor_type", "/actor/type"),
                  Map.entry("raw_cf_ray_id", "/raw/cf_ray_id"),
                  Map.entry("raw_method", "/raw/method"),
                  Map.entry("raw_status_code", "/raw/status_code"),
                  Map.entry("raw_uri", "/raw/uri"),
                  Map.entry("resource_id", "/resource/id"),
                  Map.entry("resource_product", "/resource/product"),
                  Map.entry("resource_scope", "/resource/scope"),
                  Map.entry("resource_type", "/resource/type"))));

  private AuditFilters() {}

  static Predicate<AuditEvent> of(Query query, boolean positive) {
    Predicate<AuditEvent> all = event -> true;
    for (var filter : POINTERS.entrySet()) {
      var wanted = query.all(filter.getKey());
      if (positive && !wanted.isEmpty()) {
        all = all.and(event -> isAmong(event, filter.getValue(), wanted));
      }
      var unwanted = query.all(filter.getKey() + ".not");
      all = all.and(event -> !isAmong(event, filter.getValue(), unwanted));
    }
    return all;
  }

  private static boolean isAmong(AuditEvent event, String pointer, List<String> some) {
    String text = plain(pointer, event.text(pointer));
    return some.stream().anyMatch(one -> text.equals(plain(pointer, one)));
  }

  /** Ids are the same with hyphens and without, addresses in any case. */
  private static String plain(String pointer, String text) {
    return switch (pointer) {
      case "/id" -> text.replace("-", "");
      case "/actor/email" -> User.fold(text);
      default -> text;
    };
  }
}
