/** The API's description of itself: OpenAPI and its reader, Swagger UI. */
@NullMarked
package io.ledgerbank.app.docs;

import org.jspecify.annotations.NullMarked;
