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

  /** How resources of a kind are written in the YAML. */
  public sealed interface Form {
    /** As the tree itself: nested maps below {@code organizations:}. */
    record Branch() implements Form {}

    /**
     * As one map of fields under its organization; its address has the organization's key.
     *
     * @param key the word it stands under
     * @param owner the field that holds the organization
     */
    record Block(String key, String owner) implements Form {}
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
