package dev.orgform.documents;

import dev.orgform.model.Address;
import java.util.Optional;

/**
 * Something live that no configuration declares.
 *
 * @param type Terraform's name for its kind
 * @param name what Cloudflare shows; empty for kinds without a name
 * @param parent the object that it lives under
 */
public record LiveObject(
    Address address, String type, Optional<String> id, String name, Optional<Address> parent) {}
