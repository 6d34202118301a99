package dev.orgform.model;

import java.util.List;
import java.util.Optional;

/**
 * What pure code needs to know of a kind of resource, as data; what needs the API is in {@code
 * kinds}.
 *
 * @param name the first half of an address: {@code organization}
 * @param type Terraform's name for it, so that existing policies carry over
 * @param rank where it stands in lists and among steps that are ready together; lower is earlier
 * @param form how it is written in the YAML
 * @param fields in the order in which people see them
 * @param ending how an object of this kind ceases to be
 * @param reading the weakest credential with which one can be read
 * @param create what it costs to make one
 * @param update what it costs to change one
 * @param delete what it costs to delete one; meaningless unless {@link Ending#BY_DELETE}
 */
public record Kind(
    String name,
    String type,
    int rank,
    Form form,
    List<Field> fields,
    Ending ending,
    Deed.Needs reading,
    Deed create,
    Deed update,
    Deed delete) {

  /** The live field of a person that says whether their two-factor authentication is on. */
  public static final String TWO_FACTOR = "two_factor";

  /** How resources of a kind are written in the YAML. */
  public sealed interface Form {
    /** As the tree itself: nested maps below {@code organizations:}. */
    record Branch() implements Form {}

    /** Under an organization, which is its owner. */
    sealed interface Owned extends Form {
      /** The word it stands under. */
      String key();

      /** The field that holds the organization. */
      String owner();
    }

    /** As one map of fields; its address has the organization's key. */
    record Block(String key, String owner) implements Owned {}

    /**
     * As a list of people, by e-mail, which says all of them where it stands: {@code members:
     * [a@acme.example]}. The address has the organization's key and the e-mail in lower case, such
     * as {@code member.acme/a@acme.example}; see {@link Roll#address}.
     *
     * @param email the field that holds the e-mail as it is written
     */
    record Roster(String key, String owner, String email) implements Owned {}

    /**
     * As a map from labels to ids of what is there already, such as accounts; what it does not name
     * is left alone. The address has the id, so that neither a new label nor another owner makes it
     * something else.
     *
     * @param label the name under which the label lies among the fields; no field of the kind, so
     *     that nothing is ever compared with it
     */
    record Labelled(String key, String owner, String label) implements Owned {}
  }

  /** How an object ceases to be. */
  public enum Ending {
    /** By a request of its own. */
    BY_DELETE,
    /** Together with the object it belongs to; the API has no request for it. */
    WITH_OWNER,
    /** Never by this tool. */
    NEVER
  }

  public Kind {
    fields = List.copyOf(fields);
  }

  public Address address(String key) {
    return new Address(name, key);
  }

  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
