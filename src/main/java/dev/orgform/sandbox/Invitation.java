package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Somebody whom a request wants as a member. */
record Invitation(String email) {
  private static final List<String> STATUSES = List.of("active", "canceled");

  /** What {@code {"user": {"email": …}}} says, or the 400 that points at what is wrong with it. */
  static Invitation read(Visit visit, JsonNode sent, String pointer) {
    String email = sent.path("user").path("email").asText("").strip();
    if (!sent.path("user").path("email").isTextual() || email.isEmpty()) {
      throw Denials.invalid(
          pointer + "/user/email", "user.email is required and must be a string with an address");
    }
    JsonNode status = sent.path("status");
    boolean odd = !status.isMissingNode() && !STATUSES.contains(status.asText());
    boolean said = !status.isMissingNode();
    if (odd || said && !visit.knobs().get(MemberKnobs.STATUS_IGNORED)) {
      throw Denials.invalid(pointer + "/status", "status cannot be set so");
    }
    return new Invitation(email);
  }

  /** The membership that it makes, or finds; a 409 where the knobs have it so. */
  Next<Member> into(Visit visit, Estate estate, String organization) {
    Optional<Member> there = estate.members().find(organization, email);
    if (there.isEmpty()) {
      return fresh(visit, estate, organization);
    }
    if (there.get().isCurrent()) {
      if (visit.knobs().get(MemberKnobs.DUPLICATE_REFUSED)) {
        throw Denials.conflict("This user is a member or invited already");
      }
      return new Next<>(estate, there.get());
    }
    return switch (visit.knobs().get(MemberKnobs.REINVITED)) {
      case NEW -> fresh(visit, estate, organization);
      case SAME -> {
        var again = Enrolment.turned(estate, there.get(), Member.Status.PENDING, visit.now());
        yield new Next<>(again, again.members().find(organization, email).orElseThrow());
      }
      case REFUSED -> throw Denials.conflict("This user was invited before");
    };
  }

  private Next<Member> fresh(Visit visit, Estate estate, String organization) {
    return Enrolment.enrol(
        estate, organization, User.of(email, false), Member.Status.PENDING, visit.now());
  }
}
