package dev.orgform.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Something a person does to the estate behind the API client's back, as in Cloudflare's dashboard.
 *
 * <p>Every {@code which} is an id or a name that only one organization has.
 */
public sealed interface Edit
    permits Edit.Show,
        Edit.Create,
        Edit.Rename,
        Edit.SetProfile,
        Edit.Delete,
        MemberEdit,
        AccountEdit {
  /** What {@link #parse} understands, one form a line. */
  String FORMS =
      """
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
      move-account ID|NAME (under ID|NAME | out)
      """;

  /** Reads the words of a command line; {@link Refused} says which forms there are. */
  static Edit parse(List<String> words) {
    return EditWords.parse(words);
  }

  /** The estate after the edit and a sentence, or a drawing, that says what it did. */
  Next<String> on(Estate estate, Instant now);

  /** As {@link #on}, and the audit log says whose hand it was. */
  default Next<String> by(Hand hand, Estate estate, Instant now) {
    var next = on(estate, now);
    return new Next<>(Noticed.in(estate, next.estate(), hand, now), next.said());
  }

  /** Changes nothing and draws the tree, or what is in one organization. */
  record Show(Optional<String> which) implements Edit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      return new Next<>(
          estate,
          which
              .map(estate::pick)
              .map(found -> Inside.draw(estate, found))
              .orElseGet(() -> Tree.draw(estate)));
    }
  }

  /** Makes an organization, as a root or under another. */
  record Create(String name, Optional<String> under) implements Edit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var parent = under.map(estate::pick);
      var created = estate.create(name, parent.map(Organization::id), Optional.empty(), now);
      return new Next<>(
          created.estate(),
          "Created %s%s."
              .formatted(label(created.said()), parent.map(p -> " under " + label(p)).orElse("")));
    }
  }

  /** Gives an organization another name. */
  record Rename(String which, String name) implements Edit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var found = estate.pick(which);
      return new Next<>(
          estate.rename(found.id(), name),
          "Renamed %s to \"%s\".".formatted(label(found), Plain.text(name)));
    }
  }

  /** Sets some fields of a profile; fields that never were set are blank. */
  record SetProfile(String which, SortedMap<String, String> fields) implements Edit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var found = estate.pick(which);
      var profile = Profile.blank();
      found.profile().ifPresent(profile::setAll);
      fields.forEach(profile::put);
      return new Next<>(
          estate.profile(found.id(), profile),
          "Set %s of %s.".formatted(String.join(", ", fields.keySet()), label(found)));
    }
  }

  /** Removes an organization that has no sub-organizations and no accounts. */
  record Delete(String which) implements Edit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var found = estate.pick(which);
      return new Next<>(estate.delete(found.id()), "Deleted %s.".formatted(label(found)));
    }
  }

  static String label(Organization organization) {
    return "\"%s\" (%s)".formatted(Plain.text(organization.name()), organization.id());
  }
}
