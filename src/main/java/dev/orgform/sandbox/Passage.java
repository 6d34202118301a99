package dev.orgform.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One request on its way in, and its answer on the way out, through all that goes wrong. */
final class Passage {
  private final Interior interior;
  private final Happenings happenings;
  private final Ledger ledger;
  private final int number;
  private final Request request;
  private final Instant now;
  private Veil veil = Veil.NONE;
  private Change change = Change.NONE;
  private boolean acted;

  Passage(Interior interior, Happenings happenings, Ledger ledger, int number, Request request) {
    this.interior = interior;
    this.happenings = happenings;
    this.ledger = ledger;
    this.number = number;
    this.request = request;
    this.now = interior.clock().instant();
  }

  /** Has all these faults happen, and says what the client gets. */
  Delivery through(List<Fault> faults) {
    Optional<AnswerFault> ours = Optional.empty();
    for (Fault fault : faults) {
      switch (fault) {
        case WorldFault world -> happens(world);
        case AnswerFault answer -> ours = Optional.of(answer).filter(this::fits);
      }
    }
    Delivery delivery = ours.map(this::delivered).orElseGet(this::right);
    note(delivery);
    return delivery;
  }

  private void happens(WorldFault fault) {
    boolean some =
        switch (fault) {
          case WorldFault.Hidden hidden -> {
            veil = new Veil(now.plus(hidden.span()), veil.open());
            yield request.isCreate();
          }
          case WorldFault.Forbidden forbidden -> {
            veil = new Veil(veil.visible(), now.plus(forbidden.span()));
            yield request.isCreate();
          }
          case WorldFault.Editor editor -> edited(editor);
          case WorldFault.Expired expired -> {
            happenings.close(Denials.expired());
            yield true;
          }
          case WorldFault.Revoked revoked -> {
            happenings.close(
                request.header("X-Auth-Key").isPresent()
                    ? Denials.wrongKey()
                    : Denials.wrongToken());
            yield true;
          }
        };
    if (some) {
      happenings.fired(number, fault);
    }
  }

  private boolean edited(WorldFault.Editor fault) {
    var edited =
        interior
            .keep()
            .change(
                estate -> {
                  var next = new Editor(fault, request).on(estate, now);
                  var hand = Hand.dashboard("somebody@sandbox.invalid");
                  return new Next<>(Noticed.in(estate, next.estate(), hand, now), next.said());
                });
    edited.ifPresent(
        made ->
            ledger.note(
                new Deed(
                    number,
                    now,
                    Deed.By.SOMEBODY_ELSE,
                    "EDIT",
                    fault.toString(),
                    "",
                    true,
                    0,
                    made.before(),
                    made.after())));
    return edited.isPresent();
  }

  /**
   * Whether a request can meet with a fault: no answer may prove an effect that there was not, so
   * that a success which is only spoiled needs a result that clients look into.
   */
  private boolean fits(AnswerFault fault) {
    return switch (fault) {
      case AnswerFault.Paged paged -> request.isList();
      case AnswerFault.Spoiled spoiled ->
          switch (spoiled.spoil()) {
            case NO_RESULT, NO_ID, WRONG_ID, OTHER_ID ->
                spoiled.acted()
                    || !request.isMutation()
                    || request.isCreate()
                    || request.isRename();
            default -> true;
          };
      default -> true;
    };
  }

  private Delivery right() {
    return answered(answer(true, answer -> answer), 0, Ending.KEPT);
  }

  private Delivery delivered(AnswerFault fault) {
    return switch (fault) {
      case AnswerFault.Unreached unreached -> fired(fault, new Delivery.Unreached(latency()));
      case AnswerFault.Silent silent -> {
        if (silent.acted()) {
          answer(true, answer -> answer);
        }
        yield fired(fault, new Delivery.Silent(acted));
      }
      case AnswerFault.Broken broken -> fired(fault, broken(broken));
      case AnswerFault.Slow slow ->
          fired(
              fault, answered(answer(true, answer -> answer), slow.bytesPerSecond(), Ending.KEPT));
      case AnswerFault.Late late -> {
        Answer answer = answer(true, a -> a);
        yield fired(
            fault, new Delivery.Answered(answer, latency().plus(late.by()), acted, 0, Ending.KEPT));
      }
      case AnswerFault.Turned turned -> altered(fault, right -> Misanswer.of(turned, right, now));
      case AnswerFault.Redirected redirected ->
          altered(fault, right -> Misanswer.redirect(redirected, request));
      case AnswerFault.Spoiled spoiled -> altered(fault, right -> spoiled(spoiled.spoil(), right));
      case AnswerFault.Paged paged ->
          altered(fault, right -> SpoiledPage.of(paged.spoil(), request, interior.knobs(), right));
    };
  }

  private Delivery fired(Fault fault, Delivery delivery) {
    happenings.fired(number, fault);
    return delivery;
  }

  private Delivery altered(AnswerFault fault, UnaryOperator<Answer> alter) {
    Answer answer =
        answer(
            fault.acted(),
            right -> {
              Answer altered = alter.apply(right);
              if (!altered.equals(right)) {
                happenings.fired(number, fault);
              }
              return altered;
            });
    return answered(answer, 0, Ending.KEPT);
  }

  private Answer spoiled(Spoil spoil, Answer right) {
    return switch (spoil) {
      case NO_ID, WRONG_ID, OTHER_ID ->
          !SpoiledBody.id(right).isEmpty() ? spoil(spoil, right) : right;
      default -> right.status() / 100 == 2 ? spoil(spoil, right) : right;
    };
  }

  private Answer spoil(Spoil spoil, Answer right) {
    Estate estate = interior.keep().estate();
    var other =
        (request.isOfMembers()
                ? estate.members().byId().keySet().stream()
                : estate.organizations().keySet().stream())
            .filter(id -> !id.equals(SpoiledBody.id(right)))
            .findFirst();
    return SpoiledBody.of(spoil, right, other);
  }

  /** An effect that there was not is never answered whole, even when nearly all of it is. */
  private Delivery broken(AnswerFault.Broken fault) {
    Answer answer = answer(fault.acted(), right -> right);
    int length = HttpBytes.of(answer).length;
    int cut = fault.cut().of(HttpBytes.head(answer).length, length);
    if (cut == length && fault.acted()) {
      return answered(answer, 0, fault.ending());
    }
    return new Delivery.Broken(answer, Math.min(cut, length - 1), latency(), acted, fault.ending());
  }

  private Answer answer(boolean acts, UnaryOperator<Answer> alter) {
    var errand =
        new Errand(
            acts,
            veil,
            happenings.closed(),
            made -> {
              acted = true;
              change = made;
            });
    return interior.answer(request, errand, alter);
  }

  private Delivery answered(Answer answer, int bytesPerSecond, Ending ending) {
    return new Delivery.Answered(answer, latency(), acted, bytesPerSecond, ending);
  }

  private Duration latency() {
    return interior.knobs().get(KnobList.LATENCY);
  }

  private void note(Delivery delivery) {
    if (request.isMutation() && !(delivery instanceof Delivery.Unreached)) {
      ledger.note(
          new Deed(
              number,
              now,
              Deed.By.CLIENT,
              request.method(),
              request.target(),
              request.body(),
              acted,
              status(delivery),
              change.before(),
              change.after()));
    }
  }

  static int status(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Answered answered -> answered.answer().status();
      case Delivery.Broken broken -> 0;
      case Delivery.Silent silent -> 0;
      case Delivery.Unreached unreached -> 0;
    };
  }
}
