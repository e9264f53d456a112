/** What wished devices would be told otherwise than now. Keeps none of them. */
package org.fingerpost.config.devices.reviews;
