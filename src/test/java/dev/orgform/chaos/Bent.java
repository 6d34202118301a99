package dev.orgform.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Call;
import dev.orgform.api.Headers;
import dev.orgform.api.Reply;
import dev.orgform.api.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Transports that do what no transport may: what a careless engine would do, in one place each. */
final class Bent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bent() {}

  private static boolean isLost(Reply reply) {
    return reply instanceof Reply.Lost
        || (reply instanceof Reply.Answer answer && answer.status() >= 500);
  }

  private static boolean isList(Call call) {
    return call.method() == Call.Method.GET && call.path().size() == 1;
  }

  /** Every reply looked at before it is handed on. */
  private static Transport replies(Transport inner, BiFunction<Call, Reply, Reply> bend) {
    return (call, arrived) -> inner.send(call, reply -> arrived.accept(bend.apply(call, reply)));
  }

  private static Reply ok(String result) {
    return Reply.Answer.json(
        200, "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":" + result + "}");
  }

  private static Optional<ObjectNode> envelope(Reply reply) {
    try {
      return reply instanceof Reply.Answer answer
              && JSON.readTree(answer.body().bytes()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  static Transport repeatingCreates(Transport inner) {
    return (call, arrived) ->
        inner.send(
            call,
            reply -> {
              if (call.method() == Call.Method.POST && isLost(reply)) {
                inner.send(call, arrived);
              } else {
                arrived.accept(reply);
              }
            });
  }

  /** A page that does not come is taken for an empty one, and nobody counts. */
  static Transport splicingPages(Transport inner) {
    return replies(
        inner,
        (call, reply) -> {
          boolean further = call.query().stream().anyMatch(p -> p.name().equals("page_token"));
          if (!isList(call)) {
            return reply;
          }
          if (further && (!(reply instanceof Reply.Answer answer) || answer.status() != 200)) {
            return ok("[]");
          }
          return withoutCount(reply);
        });
  }

  private static Reply withoutCount(Reply reply) {
    var envelope = envelope(reply);
    if (envelope.isEmpty() || !(envelope.get().path("result_info") instanceof ObjectNode info)) {
      return reply;
    }
    info.remove("total_size");
    return Reply.Answer.json(((Reply.Answer) reply).status(), envelope.get().toString());
  }

  static Transport droppingUnknownFields(Transport inner) {
    var known =
        Set.of(
            "business_name",
            "business_email",
            "business_phone",
            "business_address",
            "external_metadata");
    return (call, arrived) ->
        inner.send(
            call.path().size() == 3 && call.body().isPresent()
                ? new Call(
                    call.method(),
                    call.path(),
                    call.query(),
                    Optional.of(((ObjectNode) call.body().get().deepCopy()).retain(known)),
                    call.purpose())
                : call,
            arrived);
  }

  /** What is looked for below an organization is never there. */
  static Transport hidingChildren(Transport inner) {
    return replies(
        inner,
        (call, reply) ->
            isList(call)
                    && call.query().stream().anyMatch(p -> p.name().equals("parent.id"))
                    && call.query().stream().noneMatch(p -> p.name().equals("name"))
                ? ok("[]")
                : reply);
  }

  static Transport withoutDates(Transport inner) {
    return replies(
        inner,
        (call, reply) ->
            reply instanceof Reply.Answer answer
                ? new Reply.Answer(
                    answer.status(),
                    new Headers(
                        answer.headers().all().stream()
                            .filter(header -> !header.name().equalsIgnoreCase("Date"))
                            .toList()),
                    answer.body())
                : reply);
  }

  /** What the answer to a create says counts as seen. */
  static Transport believingCreates(Transport inner) {
    var made = new TreeMap<String, String>();
    return (call, arrived) -> {
      var forged = forged(call, made);
      if (forged.isPresent()) {
        arrived.accept(forged.get());
        return;
      }
      inner.send(
          call,
          reply -> {
            if (call.method() == Call.Method.POST
                && reply instanceof Reply.Answer answer
                && answer.status() == 200) {
              envelope(reply)
                  .map(envelope -> envelope.path("result"))
                  .filter(result -> result.path("id").isTextual())
                  .ifPresent(result -> made.put(result.path("id").asText(), result.toString()));
            }
            arrived.accept(reply);
          });
    };
  }

  private static Optional<Reply> forged(Call call, TreeMap<String, String> made) {
    if (call.method() != Call.Method.GET) {
      return Optional.empty();
    }
    var asked =
        call.path().size() == 2
            ? Optional.of(call.path().get(1))
            : call.query().stream()
                .filter(p -> p.name().equals("id"))
                .map(Call.Parameter::value)
                .findFirst();
    return asked
        .flatMap(id -> Optional.ofNullable(made.get(id)))
        .map(result -> ok(call.path().size() == 2 ? result : "[" + result + "]"));
  }

  /** JSON that breaks off is taken for as much of it as there is. */
  static Transport mendingJson(Transport inner) {
    return replies(
        inner,
        (call, reply) ->
            isList(call)
                    && reply instanceof Reply.Answer answer
                    && answer.status() == 200
                    && envelope(reply).isEmpty()
                ? mended(answer.body().text()).orElse(reply)
                : reply);
  }

  private static Optional<Reply> mended(String text) {
    int from = text.indexOf("\"result\":[");
    for (int end = text.lastIndexOf('}'); from >= 0 && end > from; ) {
      var list = text.substring(from + 9, end + 1) + "]";
      try {
        var unused = JSON.readTree(list);
        return Optional.of(ok(list));
      } catch (JsonProcessingException e) {
        end = text.lastIndexOf('}', end - 1);
      }
    }
    return from >= 0 ? Optional.of(ok("[]")) : Optional.empty();
  }

  static Transport followingRedirects(Transport inner) {
    return (call, arrived) ->
        inner.send(
            call,
            reply -> {
              if (reply instanceof Reply.Answer answer && answer.status() / 100 == 3) {
                inner.send(call, arrived);
              } else {
                arrived.accept(reply);
              }
            });
  }

  /** Whatever came of an update, it is taken for done. */
  static Transport trustingUpdates(Transport inner) {
    return replies(
        inner,
        (call, reply) ->
            call.method() == Call.Method.PUT && isLost(reply)
                ? ok(JsonNodeFactory.instance.objectNode().put("id", call.path().get(1)).toString())
                : reply);
  }

  /** An organization is not looked at again: what the list said is good enough. */
  static Transport trustingThePlan(Transport inner) {
    var listed = new TreeMap<String, String>();
    return (call, arrived) -> {
      if (call.method() == Call.Method.GET
          && call.path().size() == 2
          && listed.containsKey(call.path().get(1))) {
        arrived.accept(ok(listed.get(call.path().get(1))));
        return;
      }
      inner.send(
          call,
          reply -> {
            if (call.query().equals(List.of(new Call.Parameter("page_size", "1000")))) {
              envelope(reply)
                  .ifPresent(
                      envelope ->
                          envelope
                              .path("result")
                              .forEach(o -> listed.put(o.path("id").asText(), o.toString())));
            }
            arrived.accept(reply);
          });
    };
  }
}
