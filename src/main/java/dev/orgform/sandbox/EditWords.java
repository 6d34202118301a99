package dev.orgform.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads an {@link Edit} from the words of a command line. */
final class EditWords {
  private static final List<String> VERBS =
      List.of(
          "list",
          "create",
          "rename",
          "profile",
          "delete",
          "invite",
          "accept",
          "reject",
          "add-member",
          "remove-member",
          "two-factor",
          "add-account",
          "move-account");

  private EditWords() {}

  static Edit parse(List<String> words) {
    String verb = words.isEmpty() ? "list" : words.getFirst();
    var rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (verb) {
      case "list" -> list(rest);
      case "create" -> create(rest);
      case "rename" -> counted(rest, 2, () -> new Edit.Rename(rest.get(0), name(rest.get(1))));
      case "profile" -> profile(rest);
      case "delete" -> counted(rest, 1, () -> new Edit.Delete(rest.get(0)));
      case "invite" -> member(rest, MemberEdit.Invite::new);
      case "accept" -> member(rest, MemberEdit.Accept::new);
      case "reject" -> member(rest, MemberEdit.Reject::new);
      case "add-member" -> member(rest, MemberEdit.Add::new);
      case "remove-member" -> member(rest, MemberEdit.Remove::new);
      case "two-factor" ->
          counted(rest, 2, () -> new MemberEdit.TwoFactor(rest.get(0), on(rest.get(1))));
      case "add-account" -> addAccount(rest);
      case "move-account" -> moveAccount(rest);
      default ->
          throw new Refused(
              "There is no edit \"%s\".%s%s"
                  .formatted(Plain.text(verb), Nearest.hint(verb, VERBS), forms()));
    };
  }

  private static Edit list(List<String> rest) {
    return rest.size() == 1
        ? new Edit.Show(Optional.of(rest.getFirst()))
        : counted(rest, 0, () -> new Edit.Show(Optional.empty()));
  }

  private static Edit member(List<String> rest, BiFunction<String, String, Edit> edit) {
    return counted(
        rest,
        2,
        () -> {
          if (rest.get(1).isBlank()) {
            throw new Refused("A member's address cannot be empty.");
          }
          return edit.apply(rest.get(0), rest.get(1));
        });
  }

  private static boolean on(String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new Refused("Two-factor authentication is on or off." + forms());
    };
  }

  private static Edit addAccount(List<String> rest) {
    int last = rest.size();
    Optional<String> id = Optional.empty();
    if (last > 2 && rest.get(last - 2).equals("id")) {
      id = Optional.of(rest.get(last - 1));
      last -= 2;
    }
    boolean placed = last == 3 && rest.get(1).equals("under");
    Optional<String> under = placed ? Optional.of(rest.get(2)) : Optional.empty();
    var given = id;
    return counted(
        rest.subList(0, placed ? 1 : last),
        1,
        () -> new AccountEdit.Add(name(rest.get(0)), under, given));
  }

  private static Edit moveAccount(List<String> rest) {
    if (rest.size() == 2 && rest.get(1).equals("out")) {
      return new AccountEdit.Move(rest.get(0), Optional.empty());
    }
    if (rest.size() == 3 && rest.get(1).equals("under")) {
      return new AccountEdit.Move(rest.get(0), Optional.of(rest.get(2)));
    }
    throw new Refused("Say whereto: under an organization, or out." + forms());
  }

  private static Edit create(List<String> rest) {
    if (rest.size() == 3 && rest.get(1).equals("under")) {
      return new Edit.Create(name(rest.get(0)), Optional.of(rest.get(2)));
    }
    return counted(rest, 1, () -> new Edit.Create(name(rest.get(0)), Optional.empty()));
  }

  private static Edit profile(List<String> rest) {
    if (rest.size() < 2) {
      throw new Refused("That is not enough to edit a profile." + forms());
    }
    SortedMap<String, String> fields = new TreeMap<>();
    for (String word : rest.subList(1, rest.size())) {
      String[] parts = word.split("=", 2);
      if (!Profile.FIELDS.contains(parts[0]) || parts.length == 1) {
        throw new Refused(
            "\"%s\" is not FIELD=VALUE with a field of a profile, which are %s.%s"
                .formatted(
                    Plain.text(word),
                    String.join(", ", Profile.FIELDS),
                    Nearest.hint(parts[0], Profile.FIELDS)));
      }
      fields.put(parts[0], parts[1]);
    }
    return new Edit.SetProfile(rest.getFirst(), fields);
  }

  private static Edit counted(List<String> rest, int count, Supplier<Edit> edit) {
    if (rest.size() != count) {
      throw new Refused("That is not the right number of words." + forms());
    }
    return edit.get();
  }

  private static String name(String name) {
    if (name.isEmpty()) {
      throw new Refused("A name cannot be empty.");
    }
    return name;
  }

  private static String forms() {
    return " The edits are:\n" + Edit.FORMS.stripTrailing().indent(2).stripTrailing();
  }
}
