package dev.orgform.documents;

import dev.orgform.model.Value;

/**
 * One field that becomes another one.
 *
 * @param field as in the YAML and on the wire
 * @param before {@link Value.Unmanaged} where there was nothing
 * @param after {@link Value.Unmanaged} where there shall be nothing
 */
public record FieldChange(String field, Value before, Value after) {}
