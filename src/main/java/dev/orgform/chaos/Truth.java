package dev.orgform.chaos;

import static dev.orgform.kinds.member.MemberKind.MEMBER;
import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.placement.PlacementKind.PLACEMENT;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.JsonText;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.sandbox.Account;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Organization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares what the YAML says with what the server really has, hidden things included.
 *
 * <p>What somebody else created under a declared name, in the moment between a look and a create,
 * is no difference: nobody can tell such twins apart while one of them is hidden, and the next plan
 * that sees both names both.
 */
final class Truth {
  private final Desired desired;
  private final Estate estate;
  private final Set<String> foreign;
  private final TreeMap<Address, List<Organization>> found = new TreeMap<>();

  private Truth(Desired desired, Estate estate, Set<String> foreign) {
    this.desired = desired;
    this.estate = estate;
    this.foreign = foreign;
  }

  /**
   * The first difference, in words; empty where all is as it shall be.
   *
   * @param foreign the ids of what somebody else created meanwhile
   */
  static Optional<String> difference(Desired desired, Estate estate, Set<String> foreign) {
    return new Truth(desired, estate, foreign).first();
  }

  private Optional<String> first() {
    for (var removal : desired.removals()) {
      if (estate.find(removal.id()).isPresent()) {
        return Optional.of("\"" + removal.name() + "\" is still there");
      }
    }
    for (var organization : desired.resources().of(ORGANIZATION)) {
      var there = find(organization);
      long count = there.stream().filter(one -> !foreign.contains(one.id())).count();
      if (there.isEmpty() || count > 1) {
        return Optional.of(organization.address() + " is there " + count + " times");
      }
    }
    for (var roll : desired.rolls()) {
      if (!roll.kind().equals(MEMBER)) {
        continue;
      }
      var organization = find(desired.resources().get(roll.owner()).orElseThrow()).getFirst();
      var other = Memberships.difference(roll, desired, organization.id(), estate);
      if (other.isPresent()) {
        return other;
      }
    }
    return Stream.concat(
            desired.resources().of(PROFILE).stream().filter(profile -> !isSo(profile)),
            desired.resources().of(PLACEMENT).stream().filter(account -> !isThere(account)))
        .map(one -> one.address() + " is not as declared")
        .findFirst();
  }

  private boolean isThere(Resource account) {
    if (!(account.fields().get(PlacementKind.ORGANIZATION) instanceof Value.Ref owner)) {
      throw new IllegalStateException("an account that shall be nowhere");
    }
    var id = estate.accounts().find(account.address().key()).flatMap(Account::organization);
    return find(desired.resources().get(owner.to()).orElseThrow()).stream()
        .anyMatch(organization -> id.equals(Optional.of(organization.id())));
  }

  private List<Organization> find(Resource declared) {
    var known = found.get(declared.address());
    if (known == null) {
      known = candidates(declared);
      found.put(declared.address(), known);
    }
    return known;
  }

  private List<Organization> candidates(Resource declared) {
    var name = declared.fields().text(OrganizationKind.NAME);
    if (declared.id().isPresent()) {
      return estate.find(declared.id().get()).stream()
          .filter(organization -> organization.name().equals(name))
          .toList();
    }
    var above =
        declared.fields().get(OrganizationKind.PARENT) instanceof Value.Ref ref
            ? find(desired.resources().get(ref.to()).orElseThrow())
            : List.<Organization>of();
    boolean root = !(declared.fields().get(OrganizationKind.PARENT) instanceof Value.Ref);
    return estate.organizations().values().stream()
        .filter(organization -> organization.name().equals(name))
        .filter(
            organization ->
                root
                    ? organization.parent().isEmpty()
                    : above.stream()
                        .anyMatch(parent -> organization.parent().equals(Optional.of(parent.id()))))
        .toList();
  }

  private boolean isSo(Resource profile) {
    if (!(profile.fields().get(ProfileKind.ORGANIZATION) instanceof Value.Ref owner)) {
      throw new IllegalStateException("a profile without owner");
    }
    return find(desired.resources().get(owner.to()).orElseThrow()).stream()
        .anyMatch(organization -> isSo(profile, organization));
  }

  private static boolean isSo(Resource profile, Organization organization) {
    return profile.fields().values().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(ProfileKind.ORGANIZATION))
        .allMatch(entry -> means(text(organization, entry.getKey()), entry.getValue()));
  }

  static boolean means(String live, Value wanted) {
    return wanted instanceof Value.Text
        ? Value.text(live).means(wanted)
        : JsonText.read(live).means(wanted);
  }

  static String text(Organization organization, String field) {
    return organization.profile().map(profile -> profile.path(field).asText("")).orElse("");
  }
}
