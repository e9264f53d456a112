/**
 * The order sheet: what the vendor's guide asks for when phones are to be pre-configured in the
 * factory or redirected by the vendor's service.
 */
package org.fingerpost.cli.batch.order;
